"""The platform's rules, checked offline.

Each rule function names the rule's id and, in brackets, its source: the section, H, M, R, C or D number of
platform-rules.md, which gathers Amazon's documentation, policy and certification pages.
"""
