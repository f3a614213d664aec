"""Room of admission: registrations with terms and gates, suspension and removal; not the pupil who comes of it."""
