"""EDEXML: what the administration of a school says of its pupils, groups and teachers."""
