"""The pages of a class: for people in a browser, and for the trainer's terminal."""
