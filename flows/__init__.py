"""What runs: one Prefect flow per file, the settings, and the command line. The only package that imports Prefect."""

import os

# Prefect reads these when it is first imported. Nothing leaves the machine, and a busy one may take its time to start a server.
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")
os.environ.setdefault("PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT", "false")
