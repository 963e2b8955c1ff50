"""The catalogue of actors: who recurs in the news, under which names, in which office and when. CSV files and their reader."""

from warehouse.catalogue.lookup import Catalogue, country_code, demonym_country, load_catalogue, metonym_country

__all__ = ["Catalogue", "country_code", "demonym_country", "load_catalogue", "metonym_country"]
