"""What runs: one Prefect flow per file, the settings, and the command line. The only package that imports Prefect."""
