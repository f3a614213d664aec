"""Pages: views, forms and templates for the school, and the public site; no rules and no tables live here."""
