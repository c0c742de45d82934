"""Lambda on this machine: its Runtime API on loopback, and the packaged function under Amazon's own runtime client."""
