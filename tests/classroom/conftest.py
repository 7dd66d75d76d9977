"""On the wall, as at the table, the tests wait until the program is at rest."""

from tests import rest

rest.install()
