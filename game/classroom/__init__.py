"""A class: what is shown on a wall, with cards on paper and a teacher at the keyboard."""
