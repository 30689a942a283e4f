"""E-mail by SMTP, in a thread: plain text, encrypted on the way unless the user says otherwise."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate

from monitor.credentials import ChannelSecrets
from monitor.language import tr
from monitor.notify.channel import DEADLINE_S, DeliveryResult, Outgoing, WithoutReceipts
from monitor.settings import ChannelConfig

TITLE = "E-mail"
SECRETS = (("password", tr("Password of the mail server (empty: none)"), False),)
FIELDS: tuple[tuple[str, str], ...] = (
    ("server", tr("Mail server (smtp.example.com)")),
    ("user", tr("User name there (empty: none)")),
    ("sender", tr("From address")),
    ("to", tr("To address")),
)
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


class Email(WithoutReceipts):
    """One mailbox to write from, one to write to."""

    def __init__(self, config: ChannelConfig, secrets: ChannelSecrets) -> None:
        self._config, self._secrets = config, secrets

    async def send(self, message: Outgoing) -> DeliveryResult:
        """Hand a message to the mail server."""
        try:
            async with asyncio.timeout(DEADLINE_S):
                await asyncio.to_thread(self._hand_over, letter(message, self._config))
        except TimeoutError:
            return DeliveryResult(
                ok=False, detail=tr("The mail server did not answer within {deadline_s:.0f} s.", deadline_s=DEADLINE_S)
            )
        except smtplib.SMTPAuthenticationError:
            return DeliveryResult(ok=False, detail=tr("The mail server does not accept the user name or password."))
        except smtplib.SMTPResponseException as error:
            return DeliveryResult(
                ok=False,
                detail=tr("The mail server refused the message (status {smtp_code}).", smtp_code=error.smtp_code),
            )
        except smtplib.SMTPRecipientsRefused:
            return DeliveryResult(ok=False, detail=tr("The mail server does not accept the To address."))
        except ssl.SSLError:
            return DeliveryResult(ok=False, detail=tr("The mail server's encryption is not valid; check its security."))
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return DeliveryResult(
                ok=False, detail=tr("The mail server cannot be used ({kind}).", kind=type(error).__name__)
            )
        return DeliveryResult(ok=True, detail=tr("Taken by the mail server."))

    def _hand_over(self, mail: EmailMessage) -> None:
        config = self._config
        port = config.port or _PORTS[config.security]
        context = ssl.create_default_context()
        server: smtplib.SMTP
        if config.security == "tls":
            server = smtplib.SMTP_SSL(config.server, port, timeout=DEADLINE_S, context=context)
        else:
            server = smtplib.SMTP(config.server, port, timeout=DEADLINE_S)
        with server:
            if config.security == "starttls":
                server.starttls(context=context)
            if config.user:
                server.login(config.user, self._secrets.get("password"))
            server.send_message(mail)


def letter(message: Outgoing, config: ChannelConfig) -> EmailMessage:
    """Return a message as a letter; a line break in a title cannot add a header."""
    mail = EmailMessage()
    mail["Subject"] = " ".join(f"[Marginwatch] {message.headline}".split())
    mail["From"], mail["To"] = config.sender, config.to
    mail["Date"] = formatdate(message.at_ms / 1000)
    mail["Message-ID"] = f"<{message.number}@marginwatch.invalid>"
    if message.level >= 3 and not message.is_test:
        mail["X-Priority"], mail["Importance"] = "1", "high"
    mail.set_content(f"{message.title}\n\n{message.text}\n")
    return mail
