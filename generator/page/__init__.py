"""The page for her who knows neither YAML nor git: plans as pages, whose passages open their fields."""
