"""How gunicorn serves the app. Read by itself when it is started in this folder; how many workers is said then."""

logger_class = "arbeidsplan.tjener.Logg"
accesslog = None
access_log_format = "%(t)s %(m)s %(s)s %(B)s %(L)s"  # where one is asked for all the same
limit_request_line = 0  # the calendar's filters stand in the address
control_socket_disable = True  # it would lie in somebody's home folder


def post_worker_init(worker):
    """The app is there, and with it the walls: from now on gunicorn's own answers have them too."""
    from gunicorn import util

    from arbeidsplan.tjener import skriv_feil

    util.write_error = skriv_feil
