"""Many texts and files of the kinds that people write, damage and paste, with seeds; outside CI."""
