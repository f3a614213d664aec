# ruleid: geen-netwerk
import requests

# ruleid: geen-netwerk
import urllib.request

# ruleid: geen-netwerk
from urllib.request import urlopen

# ok: geen-netwerk
from urllib.parse import urlencode

# ruleid: geen-socket
import socket

# ok: geen-socket
import signal

# ruleid: certificaat-wordt-nagekeken
client.get(adres, verify=False)
# ok: certificaat-wordt-nagekeken
client.get(adres)
