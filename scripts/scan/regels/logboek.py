# ruleid: niets-van-mensen-op-het-scherm
logger.warning("mislukt: %s", request.POST)
# ruleid: niets-van-mensen-op-het-scherm
logger.info(f"aangemeld: {request.user}")
# ruleid: niets-van-mensen-op-het-scherm
logging.error("geen account voor %s", account.email)
# ruleid: niets-van-mensen-op-het-scherm
logging.getLogger(__name__).info("toelichting %s", reactie.toelichting)
# ok: niets-van-mensen-op-het-scherm
logger.warning("mislukt voor account %s", account.pk)

# ruleid: niets-afdrukken-op-een-server
print(naam)
# ok: niets-afdrukken-op-een-server
log_handeling(account=actor, handeling="save", onderwerp=f"onderdeel:{pk}", reden=reden, op=op)
