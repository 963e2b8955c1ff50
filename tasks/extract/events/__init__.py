"""Events: triggers, participants, polarity, status, asserter, date and place."""
