"""What is refused of an organisation, or of the database that keeps it."""


class OrganisatieError(ValueError):
    """An organisation that cannot be; the text says what to do."""
