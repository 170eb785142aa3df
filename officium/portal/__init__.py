"""The portal: pages for people, rendered on the server."""
