"""The red-flag check, proved over every combination of answers; its rules broken one by one; its page for a clinician."""
