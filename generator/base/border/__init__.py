"""The one room that opens what comes from elsewhere: files, zips, XML, git's answers, names, the environment.

Each is taken with limits on its kind, its size and the time it may take. Whatever is wrong becomes one of
few exceptions, each with a sentence for people: `Unfit` (an OSError), `NoZip`, `NoXml`, `GitRefused`.
"""
