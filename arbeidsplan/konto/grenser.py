"""How often one may try. Per account it is tight, per address so wide that an office of fifty behind one address never
meets it.

Counted by allauth in the cache that all workers share, under a lock, so that two at the same moment are two. Read by
the settings: imports nothing that needs them. "5/5m/key" is five in five minutes for one account.
"""

KONTO = {
    # Each try at the login page from one address.
    "login": "120/m/ip",
    # A wrong password, or a wrong code from the app. Whoever guesses at somebody's address closes the password to them
    # too, for as long as it goes on: the code by e-mail and the passkey are counted by themselves and still work.
    "login_failed": "60/m/ip,5/5m/key,20/h/key",
    # Codes for one account from anywhere; from one address it is `kode_herfra` that counts, so that nobody can use up
    # another's codes from where they sit.
    "request_login_code": "60/m/ip,60/h/key",
    "kode_herfra": "3/m/key,8/h/key",
    "reset_password": "60/m/ip,5/h/key",
    "reset_password_from_key": "60/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "5/h/user",
    "epostkode": "10/h/user",
    "bekreft_kode": "5/h/user",
}
TOTRINN = {"webauthn_login": "60/m/ip"}
