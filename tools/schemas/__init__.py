"""The JSON Schemas that are shipped: written from the model, and kept up to date."""
