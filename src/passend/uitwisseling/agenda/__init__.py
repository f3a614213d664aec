"""Calendar files (ICS, RFC 5545): invitations of one meeting, and a feed of somebody's days. Plain data in."""
