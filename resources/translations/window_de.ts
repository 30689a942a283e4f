<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ui.about</name>
    <message>
        <source>About Marginwatch</source>
        <translation>Über Marginwatch</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Inter (the typeface): SIL Open Font License 1.1</source>
        <translation>Inter (die Schrift): SIL Open Font License 1.1</translation>
    </message>
    <message>
        <source>Licence: MIT. Shipped with it or used by it:</source>
        <translation>Lizenz: MIT. Mitgeliefert oder genutzt:</translation>
    </message>
    <message>
        <source>Versions, folders and licences</source>
        <translation>Versionen, Ordner und Lizenzen</translation>
    </message>
    <message>
        <source>Watches leveraged futures. Reads only; cannot place an order.</source>
        <translation>Überwacht gehebelte Futures. Liest nur; kann keine Order aufgeben.</translation>
    </message>
</context>
<context>
    <name>ui.account_cards</name>
    <message>
        <source>, figures {age} old</source>
        <translation>, Zahlen {age} alt</translation>
    </message>
    <message>
        <source>Below zero: {status}; borne by {borne_by}. {words} (As of {date}.)</source>
        <translation>Unter null: {status}; getragen von: {borne_by}. {words} (Stand {date}.)</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Equity {equity} {settle}</source>
        <translation>Equity {equity} {settle}</translation>
    </message>
    <message>
        <source>Free to use {available} {settle}</source>
        <translation>Frei verfügbar {available} {settle}</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Schlüssel: {key}</translation>
    </message>
    <message>
        <source>More in the Risk tab, under Account.</source>
        <translation>Mehr im Reiter Risiko, unter Konto.</translation>
    </message>
    <message>
        <source>Of its worst pool, {pool}: 100 % is liquidation.</source>
        <translation>Des schlechtesten Pools, {pool}: 100 % ist die Liquidation.</translation>
    </message>
    <message>
        <source>Read {read}</source>
        <translation>Gelesen: {read}</translation>
    </message>
    <message>
        <source>The margin ratio is not known.</source>
        <translation>Die Margin-Quote ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The venue&apos;s clock differs by {offset_ms:+d} ms</source>
        <translation>Die Uhr der Börse weicht um {offset_ms:+d} ms ab</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>margin ratio</source>
        <translation>Margin-Quote</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>unrealised</source>
        <translation>unrealisiert</translation>
    </message>
    <message>
        <source>{available} free</source>
        <translation>{available} frei</translation>
    </message>
    <message>
        <source>{name} as the venue says it: {ratio}</source>
        <translation>{name} laut Börse: {ratio}</translation>
    </message>
    <message>
        <source>{name}, margin ratio {margin_ratio}, {level}{stale}</source>
        <translation>{name}, Margin-Quote {margin_ratio}, {level}{stale}</translation>
    </message>
</context>
<context>
    <name>ui.account_form</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key and secret are needed.</source>
        <translation>Schlüssel und Secret werden gebraucht.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Regional host</source>
        <translation>Regionaler Host</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Test network</source>
        <translation>Testnetz</translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation>Das Konto braucht einen Namen.</translation>
    </message>
    <message>
        <source>The account&apos;s public address is needed; never a private key.</source>
        <translation>Gebraucht wird die öffentliche Adresse des Kontos, niemals ein privater Schlüssel.</translation>
    </message>
    <message>
        <source>The proxy must begin with http://, https:// or socks5://.</source>
        <translation>Der Proxy muss mit http://, https:// oder socks5:// beginnen.</translation>
    </message>
    <message>
        <source>The regional host is a name like api.example.com, without https:// and path.</source>
        <translation>Der regionale Host ist ein Name wie api.example.com, ohne https:// und Pfad.</translation>
    </message>
    <message>
        <source>There is already an account named {name}.</source>
        <translation>Es gibt schon ein Konto namens {name}.</translation>
    </message>
    <message>
        <source>This venue&apos;s keys have a passphrase.</source>
        <translation>Schlüssel dieser Börse haben eine Passphrase.</translation>
    </message>
    <message>
        <source>To replace the key, paste key and secret; to keep it, leave both empty.</source>
        <translation>Zum Ersetzen Schlüssel und Secret einfügen; zum Behalten beide leer lassen.</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>empty: none · http://… · socks5://…</source>
        <translation>leer: ohne · http://… · socks5://…</translation>
    </message>
    <message>
        <source>empty: the venue&apos;s own</source>
        <translation>leer: der übliche der Börse</translation>
    </message>
    <message>
        <source>for example: Main</source>
        <translation>zum Beispiel: Haupt</translation>
    </message>
    <message>
        <source>in the keyring; empty keeps it</source>
        <translation>im Schlüsselbund; leer: unverändert</translation>
    </message>
    <message>
        <source>paste it, or both lines at once</source>
        <translation>einfügen, auch beide Zeilen zugleich</translation>
    </message>
    <message>
        <source>the public address</source>
        <translation>die öffentliche Adresse</translation>
    </message>
</context>
<context>
    <name>ui.account_sheet</name>
    <message>
        <source>All marks together, from ordinary correlation to all as one. A range, not a promise.</source>
        <translation>Alle Markpreise zusammen, von üblicher Korrelation bis zu völligem Gleichlauf. Eine Spanne, kein Versprechen.</translation>
    </message>
    <message>
        <source>All of it is exposed to liquidations here, and to the exchange itself.</source>
        <translation>All das ist Liquidationen hier und der Börse selbst ausgesetzt.</translation>
    </message>
    <message>
        <source>At the exchange</source>
        <translation>An der Börse</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Unter null</translation>
    </message>
    <message>
        <source>Borne by: {borne_by}</source>
        <translation>Getragen von: {borne_by}</translation>
    </message>
    <message>
        <source>Can be lost in {pool}</source>
        <translation>Max. Verlust in {pool}</translation>
    </message>
    <message>
        <source>Could leave while every liquidation price stays {distance} away. It does not know what you need for new trades.</source>
        <translation>Könnte abgezogen werden, während jeder Liquidationspreis {distance} entfernt bleibt. Was Sie für neue Trades brauchen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Each pool at its common shock, and beyond. It does not say how likely it is.</source>
        <translation>Jeder Pool bei seinem gemeinsamen Schock und darüber hinaus. Es sagt nicht, wie wahrscheinlich das ist.</translation>
    </message>
    <message>
        <source>How likely a pool is liquidated</source>
        <translation>Wie wahrscheinlich ein Pool liquidiert wird</translation>
    </message>
    <message>
        <source>How much the fund grew or shrank; it does not say why.</source>
        <translation>Um wie viel der Fonds gewachsen oder geschrumpft ist; nicht, warum.</translation>
    </message>
    <message>
        <source>If all marks jump through it together</source>
        <translation>Wenn alle Markpreise zusammen hindurchspringen</translation>
    </message>
    <message>
        <source>If the balance falls below zero</source>
        <translation>Wenn der Saldo unter null fällt</translation>
    </message>
    <message>
        <source>In {pool} cut {first} first: the most room per unit closed</source>
        <translation>In {pool} zuerst {first} abbauen: der meiste Spielraum je geschlossener Einheit</translation>
    </message>
    <message>
        <source>In {pool}: {reason}</source>
        <translation>In {pool}: {reason}</translation>
    </message>
    <message>
        <source>Insurance fund</source>
        <translation>Versicherungsfonds</translation>
    </message>
    <message>
        <source>Its size as the venue tells it: not what one liquidation may take of it.</source>
        <translation>Seine Größe, wie die Börse sie nennt: nicht, was eine Liquidation davon nehmen darf.</translation>
    </message>
    <message>
        <source>Money at risk{unit}</source>
        <translation>Geld im Risiko{unit}</translation>
    </message>
    <message>
        <source>No pool holds a position.</source>
        <translation>Kein Pool hält eine Position.</translation>
    </message>
    <message>
        <source>Not needed as margin</source>
        <translation>Nicht als Margin nötig</translation>
    </message>
    <message>
        <source>Risk of the account</source>
        <translation>Risiko des Kontos</translation>
    </message>
    <message>
        <source>Source: {source}, {date}.</source>
        <translation>Quelle: {source}, {date}.</translation>
    </message>
    <message>
        <source>The joint chance can be far above that of any single price.</source>
        <translation>Die gemeinsame Chance kann weit über der jedes einzelnen Preises liegen.</translation>
    </message>
    <message>
        <source>The pool&apos;s loss and what is missing beyond it, in {currency}; as if every order filled only there.</source>
        <translation>Der Verlust des Pools und was darüber hinaus fehlt, in {currency}; als würde jede Order erst dort ausgeführt.</translation>
    </message>
    <message>
        <source>Unknown: {why}</source>
        <translation>Unbekannt: {why}</translation>
    </message>
    <message>
        <source>What lies there and what need not. It is not advice to trade.</source>
        <translation>Was dort liegt und was nicht müsste. Keine Handelsempfehlung.</translation>
    </message>
    <message>
        <source>What the venue promises, by a dated table. Terms change.</source>
        <translation>Was die Börse zusagt, nach einer datierten Tabelle. Bedingungen ändern sich.</translation>
    </message>
    <message>
        <source>What was put in: wallet or margin.</source>
        <translation>Was eingezahlt wurde: Wallet oder Margin.</translation>
    </message>
    <message>
        <source>in seven days</source>
        <translation>in sieben Tagen</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>in {days} Tagen</translation>
    </message>
    <message>
        <source>it has not been read yet</source>
        <translation>es wurde noch nicht gelesen</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>promised: written by the venue; practice: said, but no right to it; may claim: from you; not found: it may be you. Not legal advice.</source>
        <translation>zugesagt: von der Börse geschrieben; Praxis: gesagt, aber ohne Anspruch; kann fordern: von Ihnen; nicht gefunden: vielleicht Sie. Keine Rechtsberatung.</translation>
    </message>
    <message>
        <source>{pool}, {jump:.0f} % beyond</source>
        <translation>{pool}, {jump:.0f} % darüber hinaus</translation>
    </message>
</context>
<context>
    <name>ui.accounts_dialog</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Asking the venue what the key may do …</source>
        <translation>Die Börse wird gefragt, was der Schlüssel darf …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled: the answer will not be shown.</source>
        <translation>Abgebrochen: Die Antwort wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>How to make a read-only key</source>
        <translation>So entsteht ein Nur-Lese-Schlüssel</translation>
    </message>
    <message>
        <source>Key and secret go into the system&apos;s keyring and nowhere else.</source>
        <translation>Schlüssel und Secret kommen in den Schlüsselbund des Systems und nirgends sonst hin.</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation>Noch kein Test</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Reading the account once …</source>
        <translation>Das Konto wird einmal gelesen …</translation>
    </message>
    <message>
        <source>Really remove {account} and its key?</source>
        <translation>{account} und den Schlüssel wirklich entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removing it …</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Storing it …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The account&apos;s name, to use a key that can trade</source>
        <translation>Der Name des Kontos, um einen Schlüssel mit Handelsrecht zu nutzen</translation>
    </message>
    <message>
        <source>The guide has no steps for this venue.</source>
        <translation>Die Anleitung hat keine Schritte für diese Börse.</translation>
    </message>
    <message>
        <source>This is the demo: its accounts come and go with it. Start Marginwatch without the demo to watch your own.</source>
        <translation>Dies ist die Demo: Ihre Konten kommen und gehen mit ihr. Starten Sie Marginwatch ohne Demo, um eigene zu überwachen.</translation>
    </message>
    <message>
        <source>Type {name} to use a key that can trade.</source>
        <translation>Tippen Sie {name}, um einen Schlüssel mit Handelsrecht zu nutzen.</translation>
    </message>
    <message>
        <source>Type {name} to use this key all the same</source>
        <translation>Tippen Sie {name}, um diesen Schlüssel dennoch zu nutzen</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>Trotzdem nutzen</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>{failed} of {count} checks failed.</source>
        <translation>{failed} von {count} Prüfungen gescheitert.</translation>
    </message>
    <message>
        <source>{message}
Nothing was stored; paste key and secret again.</source>
        <translation>{message}
Nichts wurde gespeichert; fügen Sie Schlüssel und Secret erneut ein.</translation>
    </message>
</context>
<context>
    <name>ui.across_sheet</name>
    <message>
        <source>Across accounts</source>
        <translation>Kontenübergreifend</translation>
    </message>
    <message>
        <source>After these transfers all legs would die at a move of {move}.</source>
        <translation>Nach diesen Umbuchungen fielen alle Beine bei einer Bewegung von {move}.</translation>
    </message>
    <message>
        <source>Delta: coins that follow the price; transfer: what makes all legs die at the same move. It does not know what may be withdrawn, nor how long a transfer takes.</source>
        <translation>Delta: Coins, die dem Preis folgen; Übertrag: womit alle Beine bei derselben Bewegung sterben. Nicht, was abgezogen werden darf, noch, wie lange ein Übertrag dauert.</translation>
    </message>
    <message>
        <source>Net {delta} of {gross} {coin}</source>
        <translation>Netto {delta} von {gross} {coin}</translation>
    </message>
    <message>
        <source>No coin is held on more than one account: there is nothing to equalise.</source>
        <translation>Kein Coin liegt auf mehr als einem Konto: Es gibt nichts auszugleichen.</translation>
    </message>
    <message>
        <source>The move of this coin alone that liquidates the pool; other marks stand still, which they rarely do.</source>
        <translation>Die Bewegung allein dieses Coins, die den Pool liquidiert; andere Marks stehen still, was sie selten tun.</translation>
    </message>
    <message>
        <source>This leg dies first: its pool is the first that a move of this coin alone liquidates.</source>
        <translation>Dieses Bein stirbt zuerst: Sein Pool wird von einer Bewegung allein dieses Coins als erster liquidiert.</translation>
    </message>
    <message>
        <source>add {amount}</source>
        <translation>{amount} nachschießen</translation>
    </message>
    <message>
        <source>delta [{coin}]</source>
        <translation>Delta [{coin}]</translation>
    </message>
    <message>
        <source>dies at</source>
        <translation>fällt bei</translation>
    </message>
    <message>
        <source>no move</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>take {amount}</source>
        <translation>{amount} abziehen</translation>
    </message>
    <message>
        <source>the margin is not shared, so the losing leg is liquidated while the gain lies elsewhere.</source>
        <translation>Die Margin ist nicht geteilt: Das verlierende Bein wird liquidiert, während der Gewinn anderswo liegt.</translation>
    </message>
    <message>
        <source>transfer [USD]</source>
        <translation>Umbuchung [USD]</translation>
    </message>
</context>
<context>
    <name>ui.alarm_desk</name>
    <message>
        <source>It is being started again. Look after your positions at the exchange until the figures move again.</source>
        <translation>Sie wird neu gestartet. Achten Sie an der Börse auf Ihre Positionen, bis sich die Zahlen wieder bewegen.</translation>
    </message>
    <message>
        <source>The engine is silent: nothing guards now</source>
        <translation>Die Engine schweigt: Nichts wacht jetzt</translation>
    </message>
</context>
<context>
    <name>ui.alarm_words</name>
    <message>
        <source> seen</source>
        <translation> gesehen</translation>
    </message>
    <message>
        <source>, {attempts} attempts</source>
        <translation>, {attempts} Versuche</translation>
    </message>
    <message>
        <source>. Receipt {receipt}</source>
        <translation>. Beleg {receipt}</translation>
    </message>
    <message>
        <source>. Seen {time}</source>
        <translation>. Gesehen {time}</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Liquidation and margin</source>
        <translation>Liquidation und Margin</translation>
    </message>
    <message>
        <source>Marginwatch itself</source>
        <translation>Marginwatch selbst</translation>
    </message>
    <message>
        <source>Other figures</source>
        <translation>Andere Zahlen</translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation>Preisalarme</translation>
    </message>
    <message>
        <source>Stops, funding, ADL</source>
        <translation>Stops, Funding, ADL</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>withdrawn: acknowledged or over before it got through</source>
        <translation>zurückgezogen: quittiert oder vorbei, bevor es durchkam</translation>
    </message>
</context>
<context>
    <name>ui.alert_card</name>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation>NOTIZ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Snooze 5 min</source>
        <translation>Später: 5 min</translation>
    </message>
    <message>
        <source>Snooze for {seconds} minutes</source>
        <translation>Für {seconds} Minuten zurückstellen</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>again · since {time}</source>
        <translation>erneut · seit {time}</translation>
    </message>
    <message>
        <source>{level} alarm: {title}. {words}</source>
        <translation>Alarm {level}: {title}. {words}</translation>
    </message>
</context>
<context>
    <name>ui.alert_feed</name>
    <message>
        <source>, {quiet} quiet</source>
        <translation>, {quiet} still</translation>
    </message>
    <message>
        <source>Alarms that are quiet below Critical for a while</source>
        <translation>Alarme, die unterhalb von Kritisch eine Weile schweigen</translation>
    </message>
    <message>
        <source>Alert feed</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Levels and thresholds</source>
        <translation>Stufen und Schwellen</translation>
    </message>
    <message>
        <source>No alarm. What happens is listed here.</source>
        <translation>Kein Alarm. Was geschieht, steht hier.</translation>
    </message>
    <message>
        <source>Nothing has been judged yet: guarding begins with the first answer.</source>
        <translation>Noch wurde nichts geprüft: Die Überwachung beginnt mit der ersten Antwort.</translation>
    </message>
    <message>
        <source>{count} more alarm below</source>
        <translation>{count} weiterer Alarm darunter</translation>
    </message>
    <message>
        <source>{count} more alarms below</source>
        <translation>{count} weitere Alarme darunter</translation>
    </message>
    <message>
        <source>{lying} shelved</source>
        <translation>{lying} geparkt</translation>
    </message>
    <message>
        <source>{waiting} open</source>
        <translation>{waiting} offen</translation>
    </message>
</context>
<context>
    <name>ui.alert_row</name>
    <message>
        <source>Acknowledge: {title}</source>
        <translation>Quittieren: {title}</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Acknowledged, again in {left}</source>
        <translation>Quittiert, erneut in {left}</translation>
    </message>
    <message>
        <source>Explained by: {inhibited_by}</source>
        <translation>Erklärt durch: {inhibited_by}</translation>
    </message>
    <message>
        <source>It cannot be snoozed any more</source>
        <translation>Zurückstellen geht nicht mehr</translation>
    </message>
    <message>
        <source>It is not told: the alarm that explains it was.</source>
        <translation>Er wird nicht gemeldet: der Alarm, der ihn erklärt, schon.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More: {title}</source>
        <translation>Mehr: {title}</translation>
    </message>
    <message>
        <source>Over, not yet acknowledged</source>
        <translation>Vorbei, noch nicht quittiert</translation>
    </message>
    <message>
        <source>Over: {title}</source>
        <translation>Vorbei: {title}</translation>
    </message>
    <message>
        <source>Shelved, {left} left</source>
        <translation>Geparkt, noch {left}</translation>
    </message>
    <message>
        <source>Shelved: Warning and Danger are not told. Critical is.</source>
        <translation>Geparkt: Warnung und Gefahr werden nicht gemeldet, Kritisch schon.</translation>
    </message>
    <message>
        <source>Show the position</source>
        <translation>Position zeigen</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Seit {time}</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Snooze: {title}</source>
        <translation>Zurückstellen: {title}</translation>
    </message>
    <message>
        <source>Snoozed, {left} left</source>
        <translation>Zurückgestellt, noch {left}</translation>
    </message>
    <message>
        <source>The data has stopped: this is the last level known.</source>
        <translation>Die Daten stehen: Dies ist die letzte bekannte Stufe.</translation>
    </message>
    <message>
        <source>for {minutes}</source>
        <translation>für {minutes}</translation>
    </message>
    <message>
        <source>{count} minute</source>
        <translation>{count} Minute</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} Minuten</translation>
    </message>
    <message>
        <source>{count} snooze</source>
        <translation>{count} Mal</translation>
    </message>
    <message>
        <source>{count} snoozes</source>
        <translation>{count} Mal</translation>
    </message>
    <message>
        <source>{snoozes} left</source>
        <translation>Noch {snoozes} möglich</translation>
    </message>
</context>
<context>
    <name>ui.alerts_dialog</name>
    <message>
        <source>Close without saving what you have changed?</source>
        <translation>Schließen, ohne Ihre Änderungen zu speichern?</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Distance to liquidation</source>
        <translation>Abstand zur Liquidation</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Figures that are told</source>
        <translation>Zahlen, die gemeldet werden</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Limits of their own</source>
        <translation>Eigene Grenzen</translation>
    </message>
    <message>
        <source>Margin ratio</source>
        <translation>Margin-Quote</translation>
    </message>
    <message>
        <source>Nothing to say before the rules are allowed.</source>
        <translation>Nichts zu sagen, solange die Regeln nicht erlaubt sind.</translation>
    </message>
    <message>
        <source>Old data: Danger must not come after Critical</source>
        <translation>Alte Daten: Gefahr darf nicht nach Kritisch kommen</translation>
    </message>
    <message>
        <source>Other alarms</source>
        <translation>Andere Alarme</translation>
    </message>
    <message>
        <source>Pages of the alert rules</source>
        <translation>Seiten der Alarmregeln</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>The limits as they were at first; exceptions and price alerts stay.</source>
        <translation>Die Grenzen wie am Anfang; Ausnahmen und Preisalarme bleiben.</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Volatilität</translation>
    </message>
    <message>
        <source>Way gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>What else is told</source>
        <translation>Was sonst gemeldet wird</translation>
    </message>
    <message>
        <source>When to warn</source>
        <translation>Wann gewarnt wird</translation>
    </message>
</context>
<context>
    <name>ui.banner</name>
    <message>
        <source>The engine has been silent for {age}. {doing}. No alarm can be raised.</source>
        <translation>Die Engine schweigt seit {age}. {doing}. Kein Alarm kann ausgelöst werden.</translation>
    </message>
    <message>
        <source>Waiting for it</source>
        <translation>Es wird auf sie gewartet</translation>
    </message>
    <message>
        <source>{why}; it is being started again</source>
        <translation>{why}; sie wird neu gestartet</translation>
    </message>
</context>
<context>
    <name>ui.calculator</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>As BTC/USDT:USDT. Of a contract that is not held its venue is asked.</source>
        <translation>Wie BTC/USDT:USDT. Zu einem Kontrakt ohne Position wird seine Börse gefragt.</translation>
    </message>
    <message>
        <source>As you would set it: 10 is ten times the margin.</source>
        <translation>Wie du ihn einstellen würdest: 10 ist das Zehnfache der Margin.</translation>
    </message>
    <message>
        <source>Before you trade</source>
        <translation>Bevor Sie handeln</translation>
    </message>
    <message>
        <source>Calculator · nothing is ordered</source>
        <translation>Rechner · nichts wird geordert</translation>
    </message>
    <message>
        <source>Coins, money or per cent, as chosen above and as its unit says: 1 % is 1, not 0.01.</source>
        <translation>Coins, Geld oder Prozent, wie oben gewählt und wie die Einheit sagt: 1 % ist 1, nicht 0.01.</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>Empty: no stop. A risk needs one.</source>
        <translation>Leer: kein Stop. Ein Risiko braucht einen.</translation>
    </message>
    <message>
        <source>Empty: the mark price of what is held, else the last traded one.</source>
        <translation>Leer: der Markpreis des Gehaltenen, sonst der zuletzt gehandelte.</translation>
    </message>
    <message>
        <source>Entry price</source>
        <translation>Einstiegspreis</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Isolated: only its own margin. Cross: the whole wallet stands behind it.</source>
        <translation>Isolated: nur die eigene Margin. Cross: Das ganze Wallet steht dahinter.</translation>
    </message>
    <message>
        <source>Its wallet, its positions and its venue&apos;s rules.</source>
        <translation>Sein Wallet, seine Positionen und die Regeln seiner Börse.</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>Hebel</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>Long wins when the price rises, short when it falls.</source>
        <translation>Long gewinnt, wenn der Preis steigt, Short, wenn er fällt.</translation>
    </message>
    <message>
        <source>Maintenance rate</source>
        <translation>Maintenance-Rate</translation>
    </message>
    <message>
        <source>Margin mode</source>
        <translation>Margin-Modus</translation>
    </message>
    <message>
        <source>Margin, in money</source>
        <translation>Margin, in Geld</translation>
    </message>
    <message>
        <source>NOTHING IS ORDERED</source>
        <translation>NICHTS WIRD GEORDERT</translation>
    </message>
    <message>
        <source>Per cent of the value: 0.5 % is 0.5, not 0.005. Only where the venue&apos;s tiers are not known.</source>
        <translation>Prozent des Werts: 0.5 % ist 0.5, nicht 0.005. Nur wo die Stufen der Börse nicht bekannt sind.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Risk at the stop, %</source>
        <translation>Risiko am Stop, %</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Size, in coins</source>
        <translation>Größe, in Coins</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation>Stop-Preis</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>The engine does not answer; these figures are not of the fields. F5 asks again.</source>
        <translation>Die Engine antwortet nicht; diese Zahlen gehören nicht zu den Feldern. F5 fragt erneut.</translation>
    </message>
    <message>
        <source>There is no account yet: add one first.</source>
        <translation>Es gibt noch kein Konto: Fügen Sie zuerst eines hinzu.</translation>
    </message>
    <message>
        <source>This program cannot place orders: it only works out what the trade would be.</source>
        <translation>Dieses Programm kann keine Orders aufgeben: Es rechnet nur aus, was der Trade wäre.</translation>
    </message>
    <message>
        <source>What the next field says.</source>
        <translation>Was das nächste Feld nennt.</translation>
    </message>
    <message>
        <source>What the trade would be</source>
        <translation>Was der Trade wäre</translation>
    </message>
    <message>
        <source>Which symbol? As BTC/USDT:USDT.</source>
        <translation>Welches Symbol? Wie BTC/USDT:USDT.</translation>
    </message>
    <message>
        <source>coins</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>mark price, where it is held</source>
        <translation>Markpreis, falls gehalten</translation>
    </message>
    <message>
        <source>money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>no stop</source>
        <translation>kein Stop</translation>
    </message>
    <message>
        <source>the venue&apos;s tiers</source>
        <translation>Stufen der Börse</translation>
    </message>
    <message>
        <source>{name} must be above 0.</source>
        <translation>{name} muss über 0 sein.</translation>
    </message>
    <message>
        <source>{name}: {typed} % is less than anybody means; if you mean {meant} %, write {meant}.</source>
        <translation>{name}: {typed} % ist weniger, als jemand meint; ist {meant} % gemeint, schreib {meant}.</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>{value} is missing: a number above 0.</source>
        <translation>{value} fehlt: eine Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>ui.channel_form</name>
    <message>
        <source>After 1 minute</source>
        <translation>Nach 1 Minute</translation>
    </message>
    <message>
        <source>After 10 minutes</source>
        <translation>Nach 10 Minuten</translation>
    </message>
    <message>
        <source>After 3 minutes</source>
        <translation>Nach 3 Minuten</translation>
    </message>
    <message>
        <source>After {after_s:g} s</source>
        <translation>Nach {after_s:g} s</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Critical goes here</source>
        <translation>Kritisch geht hierher</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>Nur Kritisch</translation>
    </message>
    <message>
        <source>Danger and Critical</source>
        <translation>Gefahr und Kritisch</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>In its turn</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>None, readable on the way</source>
        <translation>Keine, unterwegs lesbar</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>The channel needs a name, such as “my phone”.</source>
        <translation>Der Kanal braucht einen Namen, etwa „mein Telefon“.</translation>
    </message>
    <message>
        <source>The port is a number up to 65535.</source>
        <translation>Der Port ist eine Zahl bis 65535.</translation>
    </message>
    <message>
        <source>The proxy must begin with http:// or https://.</source>
        <translation>Der Proxy muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>There is already a channel named {name}.</source>
        <translation>Es gibt schon einen Kanal namens {name}.</translation>
    </message>
    <message>
        <source>empty: the usual one</source>
        <translation>leer: der übliche</translation>
    </message>
    <message>
        <source>empty: what the system says</source>
        <translation>leer: was das System sagt</translation>
    </message>
    <message>
        <source>for example: my phone</source>
        <translation>zum Beispiel: mein Telefon</translation>
    </message>
    <message>
        <source>{caption} is needed.</source>
        <translation>{caption} wird gebraucht.</translation>
    </message>
    <message>
        <source>{caption} must be an e-mail address.</source>
        <translation>{caption} muss eine E-Mail-Adresse sein.</translation>
    </message>
</context>
<context>
    <name>ui.channel_kinds</name>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Bot-Token</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>User key</source>
        <translation>User-Key</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>a long name that nobody guesses</source>
        <translation>ein langer Name, den niemand errät</translation>
    </message>
    <message>
        <source>empty: https://ntfy.sh</source>
        <translation>leer: https://ntfy.sh</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>leer: ohne</translation>
    </message>
    <message>
        <source>empty: not signed</source>
        <translation>leer: nicht signiert</translation>
    </message>
    <message>
        <source>from @BotFather</source>
        <translation>von @BotFather</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>seine Nummer</translation>
    </message>
    <message>
        <source>of your application there</source>
        <translation>Ihrer Anwendung dort</translation>
    </message>
</context>
<context>
    <name>ui.channels_dialog</name>
    <message>
        <source>
Nothing was stored.</source>
        <translation>
Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source> Look whether the message marked TEST has arrived.</source>
        <translation> Sehen Sie nach, ob die mit TEST markierte Nachricht angekommen ist.</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels in the order of their turn</source>
        <translation>Kanäle in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Critical after {span}</source>
        <translation>Kritisch nach {span}</translation>
    </message>
    <message>
        <source>Critical at once</source>
        <translation>Kritisch sofort</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>How to set it up</source>
        <translation>So wird er eingerichtet</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>No channel yet: an alarm reaches you only at this computer.</source>
        <translation>Noch kein Kanal: Ein Alarm erreicht Sie nur an diesem Rechner.</translation>
    </message>
    <message>
        <source>Really remove {name}?</source>
        <translation>{name} wirklich entfernen?</translation>
    </message>
    <message>
        <source>Saving the order …</source>
        <translation>Reihenfolge wird gespeichert …</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Sending a message marked TEST through {kind} …</source>
        <translation>Eine mit TEST markierte Nachricht geht durch {kind} …</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>The guide has no steps for this kind.</source>
        <translation>Die Anleitung hat keine Schritte für diese Art.</translation>
    </message>
    <message>
        <source>This is the demo: it tells nobody outside this computer. Start Marginwatch without it to add channels.</source>
        <translation>Dies ist die Demo: Sie meldet niemandem außerhalb dieses Rechners etwas. Starten Sie Marginwatch ohne sie, um Kanäle hinzuzufügen.</translation>
    </message>
    <message>
        <source>Tokens and addresses go into the system&apos;s keyring and nowhere else.</source>
        <translation>Tokens und Adressen kommen in den Schlüsselbund des Systems und nirgends sonst hin.</translation>
    </message>
    <message>
        <source>Watchdogs</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>in the order of their turn</source>
        <translation>in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>{critical}, Danger after {span}</source>
        <translation>{critical}, Gefahr nach {span}</translation>
    </message>
    <message>
        <source>{critical}, no Danger</source>
        <translation>{critical}, ohne Gefahr</translation>
    </message>
    <message>
        <source>{kind} · switched off</source>
        <translation>{kind} · ausgeschaltet</translation>
    </message>
    <message>
        <source>{seconds:g} min</source>
        <translation>{seconds:g} min</translation>
    </message>
    <message>
        <source>{seconds:g} s</source>
        <translation>{seconds:g} s</translation>
    </message>
</context>
<context>
    <name>ui.chart</name>
    <message>
        <source>Bankruptcy</source>
        <translation>Konkurs</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>Venue says</source>
        <translation>Börse sagt</translation>
    </message>
</context>
<context>
    <name>ui.chart_pane</name>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Candles of {timeframe}</source>
        <translation>Kerzen von {timeframe}</translation>
    </message>
    <message>
        <source>Loading the chart …</source>
        <translation>Der Chart wird geladen …</translation>
    </message>
    <message>
        <source>synthetic prices</source>
        <translation>synthetische Preise</translation>
    </message>
    <message>
        <source>{symbol} chart with entry, mark, stop and liquidation price</source>
        <translation>Chart von {symbol} mit Einstieg, Mark, Stop und Liquidationspreis</translation>
    </message>
</context>
<context>
    <name>ui.closing</name>
    <message>
        <source>A guard that is not started guards nothing. You can change this among the watchdogs (Ctrl+N).</source>
        <translation>Ein Wächter, der nicht läuft, bewacht nichts. Ändern können Sie das bei den Wächtern (Strg+N).</translation>
    </message>
    <message>
        <source>Do not ask again (Settings → Closing the window)</source>
        <translation>Nicht mehr fragen (Einstellungen → Fenster schließen)</translation>
    </message>
    <message>
        <source>Go on guarding</source>
        <translation>Weiter überwachen</translation>
    </message>
    <message>
        <source>Keep guarding in the tray</source>
        <translation>Im Tray weiter überwachen</translation>
    </message>
    <message>
        <source>Keep guarding minimised</source>
        <translation>Minimiert weiter überwachen</translation>
    </message>
    <message>
        <source>Marginwatch can go on guarding in the tray and warn as before, or stop. Menu → Quit always stops.</source>
        <translation>Marginwatch kann im Tray weiter überwachen und warnen wie bisher, oder aufhören. Menü → Beenden hört immer auf.</translation>
    </message>
    <message>
        <source>Marginwatch can go on guarding minimised and warn as before, or stop. Menu → Quit always stops.</source>
        <translation>Marginwatch kann minimiert weiter überwachen und warnen wie bisher, oder aufhören. Menü → Beenden hört immer auf.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Nothing will warn you until Marginwatch is started again. Your remote channels, if there are any, are told that guarding has stopped.</source>
        <translation>Nichts warnt Sie, bis Marginwatch wieder gestartet wird. Ihre entfernten Kanäle, falls es welche gibt, erfahren, dass die Überwachung beendet ist.</translation>
    </message>
    <message>
        <source>Start Marginwatch at login?</source>
        <translation>Marginwatch beim Anmelden starten?</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Stop guarding</source>
        <translation>Überwachung beenden</translation>
    </message>
    <message>
        <source>Stop guarding {count} open position?</source>
        <translation>Überwachung von {count} offenen Position beenden?</translation>
    </message>
    <message>
        <source>Stop guarding {count} open positions?</source>
        <translation>Überwachung von {count} offenen Positionen beenden?</translation>
    </message>
    <message>
        <source>You have open positions. What shall closing do?</source>
        <translation>Sie haben offene Positionen. Was soll beim Schließen geschehen?</translation>
    </message>
</context>
<context>
    <name>ui.columns</name>
    <message>
        <source> every {hours_apart:g} h</source>
        <translation> alle {hours_apart:g} h</translation>
    </message>
    <message>
        <source>As last seen · {account}</source>
        <translation>Letzter Stand · {account}</translation>
    </message>
    <message>
        <source>At most {max_loss} {settle} can be lost</source>
        <translation>Höchstens {max_loss} {settle} können verloren gehen</translation>
    </message>
    <message>
        <source>Average entry price; below it the mark price, by which the exchange judges.</source>
        <translation>Mittlerer Einstiegspreis; darunter der Markpreis, nach dem die Börse urteilt.</translation>
    </message>
    <message>
        <source>Bankruptcy price {bankruptcy_price}</source>
        <translation>Konkurspreis {bankruptcy_price}</translation>
    </message>
    <message>
        <source>Computed here: {price} ({basis})</source>
        <translation>Hier gerechnet: {price} ({basis})</translation>
    </message>
    <message>
        <source>Entry / Mark</source>
        <translation>Entry / Mark</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>How far the mark price is from liquidation, as a share of the mark price, rounded down.
The bar&apos;s scale is a square root: the last percents are long. Notches: your thresholds. Tick: the stop.</source>
        <translation>Wie weit der Markpreis von der Liquidation entfernt ist, als Anteil des Markpreises, abgerundet.
Die Skala des Balkens ist eine Wurzel: Die letzten Prozente sind lang. Kerben: Ihre Schwellen. Strich: der Stop.</translation>
    </message>
    <message>
        <source>Leverage set {leverage}, effective {effective}</source>
        <translation>Hebel eingestellt {leverage}, effektiv {effective}</translation>
    </message>
    <message>
        <source>Missing from the venue&apos;s newest answer, and not proven closed: it stays.</source>
        <translation>Fehlt in der neuesten Antwort der Börse, ist aber nicht nachweislich geschlossen: Sie bleibt.</translation>
    </message>
    <message>
        <source>Nearest valid stop; stops close {stop_cover} of the size before liquidation.</source>
        <translation>Nächster gültiger Stop; Stops schließen {stop_cover} der Größe vor der Liquidation.</translation>
    </message>
    <message>
        <source>No fresh answer: the last figures known.</source>
        <translation>Keine frische Antwort: die letzten bekannten Zahlen.</translation>
    </message>
    <message>
        <source>No price can liquidate it while the other marks stand still.</source>
        <translation>Kein Preis kann sie liquidieren, solange die anderen Markpreise stillstehen.</translation>
    </message>
    <message>
        <source>No reduce-only stop order would close this position before liquidation.</source>
        <translation>Keine Reduce-only-Stop-Order würde diese Position vor der Liquidation schließen.</translation>
    </message>
    <message>
        <source>No stop</source>
        <translation>Kein Stop</translation>
    </message>
    <message>
        <source>Not read since the start: this is how it was last seen.</source>
        <translation>Seit dem Start nicht gelesen: So wurde sie zuletzt gesehen.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The funding rate is not known.</source>
        <translation>Die Funding-Rate ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The orders of this account have not been read.</source>
        <translation>Die Orders dieses Kontos wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The venue says: {price}</source>
        <translation>Die Börse sagt: {price}</translation>
    </message>
    <message>
        <source>They differ by {disagreement} of the mark price.</source>
        <translation>Sie weichen um {disagreement} des Markpreises ab.</translation>
    </message>
    <message>
        <source>This stop lies beyond the liquidation price: it will never fill.</source>
        <translation>Dieser Stop liegt jenseits des Liquidationspreises: Er wird nie ausgeführt.</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Unconfirmed · {account}</source>
        <translation>Unbestätigt · {account}</translation>
    </message>
    <message>
        <source>Unknown: {unknown}.</source>
        <translation>Unbekannt: {unknown}.</translation>
    </message>
    <message>
        <source>Unrealised PnL</source>
        <translation>Unreal. PnL</translation>
    </message>
    <message>
        <source>Unrealised profit at the mark price [{settle}].
ROE is that over the initial margin: it is not a distance to liquidation.</source>
        <translation>Unrealisierter Gewinn zum Markpreis [{settle}].
ROE ist dieser geteilt durch die Initial-Margin: kein Abstand zur Liquidation.</translation>
    </message>
    <message>
        <source>You {verb} about {amount} {settle} at the next settlement{hours}.</source>
        <translation>Sie {verb} rund {amount} {settle} bei der nächsten Abrechnung{hours}.</translation>
    </message>
    <message>
        <source>by the venue</source>
        <translation>laut Börse</translation>
    </message>
    <message>
        <source>in {left}</source>
        <translation>in {left}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>zahlen</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>venue {price}</source>
        <translation>Börse {price}</translation>
    </message>
    <message>
        <source>{age} old · {account}</source>
        <translation>{age} alt · {account}</translation>
    </message>
    <message>
        <source>{contracts} contracts; size in {symbol}, value at the mark price in {settle}</source>
        <translation>{contracts} Kontrakte; Größe in {symbol}, Wert zum Markpreis in {settle}</translation>
    </message>
    <message>
        <source>{distance} away</source>
        <translation>{distance} weg</translation>
    </message>
    <message>
        <source>{end} {age} ago</source>
        <translation>{end} vor {age}</translation>
    </message>
    <message>
        <source>{roe} ROE</source>
        <translation>{roe} ROE</translation>
    </message>
    <message>
        <source>{stop_cover} of size</source>
        <translation>deckt {stop_cover}</translation>
    </message>
    <message>
        <source>{symbol} · {side} · {margin_mode} margin on {account}</source>
        <translation>{symbol} · {side} · {margin_mode}-Margin auf {account}</translation>
    </message>
</context>
<context>
    <name>ui.crash_page</name>
    <message>
        <source>All that the liquidated pools held, and the change of the others up to the end of the path.</source>
        <translation>Alles, was die liquidierten Pools hielten, und die Änderung der anderen bis zum Ende des Pfads.</translation>
    </message>
    <message>
        <source>At the end of the path. An account whose figures are not known is not safe.</source>
        <translation>Am Ende des Pfads. Ein Konto mit unbekannten Zahlen ist nicht sicher.</translation>
    </message>
    <message>
        <source>Bitcoin fell</source>
        <translation>Bitcoin fiel</translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation>Crashs</translation>
    </message>
    <message>
        <source>Each account [USD]</source>
        <translation>Jedes Konto [USD]</translation>
    </message>
    <message>
        <source>From the start of the path to its low; other coins follow it by how far they fell beside it then.</source>
        <translation>Vom Anfang des Pfads bis zu seinem Tief; andere Coins folgen ihm so weit, wie sie damals daneben fielen.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Held to the end it would hold nothing either.</source>
        <translation>Bis zum Ende gehalten hielte er auch nichts.</translation>
    </message>
    <message>
        <source>Held to the end it would stand at {held} USD: the rebound that comes too late.</source>
        <translation>Bis zum Ende gehalten stünde er bei {held} USD: die Erholung, die zu spät kommt.</translation>
    </message>
    <message>
        <source>If each liquidation filled at the worst price of its step; 0 if all fill in time.</source>
        <translation>Falls jede Liquidation zum schlechtesten Preis ihres Schritts ausgeführt wird; 0, wenn alle rechtzeitig ausgeführt werden.</translation>
    </message>
    <message>
        <source>In the order of time. Partial liquidations are not modelled: a pool goes whole.</source>
        <translation>In zeitlicher Folge. Teilliquidationen sind nicht modelliert: Ein Pool geht ganz.</translation>
    </message>
    <message>
        <source>Its change up to the end of the path, what is missing beyond its margin, and when its first pool dies; no stop and no added margin helps here.</source>
        <translation>Seine Änderung bis zum Ende des Pfads, was über seine Margin hinaus fehlt, und wann sein erster Pool stirbt; kein Stop und kein Nachschuss hilft hier.</translation>
    </message>
    <message>
        <source>Laid over the accounts as they are now. The next crash is another one.</source>
        <translation>Über die Konten gelegt, wie sie jetzt sind. Der nächste Crash wird ein anderer.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Missing beyond the margin [USD]</source>
        <translation>Fehlt über die Margin hinaus [USD]</translation>
    </message>
    <message>
        <source>No pool is liquidated on this path.</source>
        <translation>Kein Pool wird auf diesem Pfad liquidiert.</translation>
    </message>
    <message>
        <source>Of {symbol} {side}, which had lost most. </source>
        <translation>Von {symbol} {side}, die am meisten verloren hatte. </translation>
    </message>
    <message>
        <source>SYNTHETIC · </source>
        <translation>SYNTHETISCH · </translation>
    </message>
    <message>
        <source>Synthetic path through published figures: {source}</source>
        <translation>Synthetischer Pfad durch veröffentlichte Zahlen: {source}</translation>
    </message>
    <message>
        <source>What the crash would do</source>
        <translation>Was der Crash anrichten würde</translation>
    </message>
    <message>
        <source>Who goes when</source>
        <translation>Wer wann fällt</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>after {span}</source>
        <translation>nach {span}</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>first pool dies</source>
        <translation>erster Pool fällt</translation>
    </message>
    <message>
        <source>loses</source>
        <translation>verliert</translation>
    </message>
    <message>
        <source>no pool liquidated</source>
        <translation>kein Pool liquidiert</translation>
    </message>
    <message>
        <source>none dies</source>
        <translation>keiner fällt</translation>
    </message>
    <message>
        <source>{count} pool</source>
        <translation>{count} Pool</translation>
    </message>
    <message>
        <source>{count} pools</source>
        <translation>{count} Pools</translation>
    </message>
    <message>
        <source>{fall:.1f} % in {span}</source>
        <translation>{fall:.1f} % in {span}</translation>
    </message>
    <message>
        <source>{pools} liquidated</source>
        <translation>{pools} liquidiert</translation>
    </message>
    <message>
        <source>{title}
{kind}{what} {loss} USD
{pools}</source>
        <translation>{title}
{kind}{what} {loss} USD
{pools}</translation>
    </message>
    <message>
        <source>{title} (synthetic)</source>
        <translation>{title} (synthetisch)</translation>
    </message>
    <message>
        <source>{value}, all accounts [USD]</source>
        <translation>{value}, alle Konten [USD]</translation>
    </message>
</context>
<context>
    <name>ui.crash_picture</name>
    <message>
        <source>Path of {title}: {pools} liquidated</source>
        <translation>Pfad von {title}: {pools} liquidiert</translation>
    </message>
    <message>
        <source>both in % of their start; ◆ a pool is liquidated</source>
        <translation>beide in % ihres Beginns; ◆ ein Pool wird liquidiert</translation>
    </message>
    <message>
        <source>your equity</source>
        <translation>Ihre Equity</translation>
    </message>
    <message>
        <source>{hours:.0f} h</source>
        <translation>{hours:.0f} h</translation>
    </message>
    <message>
        <source>{hours:.0f} min</source>
        <translation>{hours:.0f} min</translation>
    </message>
    <message>
        <source>{hours:.1f} days</source>
        <translation>{hours:.1f} Tage</translation>
    </message>
    <message>
        <source>{what} dies after {span}, BTC {move}.</source>
        <translation>{what} fällt nach {span}, BTC {move}.</translation>
    </message>
</context>
<context>
    <name>ui.crosshair</name>
    <message>
        <source>{price} from the mark</source>
        <translation>{price} vom Markpreis</translation>
    </message>
    <message>
        <source>{words}, beyond liquidation</source>
        <translation>{words}, jenseits der Liquidation</translation>
    </message>
    <message>
        <source>{words}, {distance} to liquidation there</source>
        <translation>{words}, dort {distance} bis zur Liquidation</translation>
    </message>
</context>
<context>
    <name>ui.demo_panel</name>
    <message>
        <source>Add margin</source>
        <translation>Margin nachschießen</translation>
    </message>
    <message>
        <source>Amount to deposit</source>
        <translation>Betrag der Einzahlung</translation>
    </message>
    <message>
        <source>Answer garbage</source>
        <translation>Unsinn antworten</translation>
    </message>
    <message>
        <source>At all venues</source>
        <translation>An allen Börsen</translation>
    </message>
    <message>
        <source>Clear faults</source>
        <translation>Fehler beheben</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>DEMO · the exchange behind the demo</source>
        <translation>DEMO · die Börse hinter der Demo</translation>
    </message>
    <message>
        <source>Demo: {title}</source>
        <translation>Demo: {title}</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Drop the stream</source>
        <translation>Stream kappen</translation>
    </message>
    <message>
        <source>Fall silent</source>
        <translation>Verstummen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Make the exchange misbehave</source>
        <translation>Die Börse stören</translation>
    </message>
    <message>
        <source>Margin to add</source>
        <translation>Margin zum Nachschießen</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Market seconds per second</source>
        <translation>Marktsekunden je Sekunde</translation>
    </message>
    <message>
        <source>No open position.</source>
        <translation>Keine offene Position.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Reduce {percent} %</source>
        <translation>Abbau {percent} %</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>Rettung</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>The exchange answered {kind}.</source>
        <translation>Die Börse antwortete {kind}.</translation>
    </message>
    <message>
        <source>The exchange behaves well again.</source>
        <translation>Die Börse benimmt sich wieder.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Vanish positions</source>
        <translation>Positionen verbergen</translation>
    </message>
    <message>
        <source>Where it misbehaves</source>
        <translation>Wo sie gestört ist</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Falsche Uhr</translation>
    </message>
    <message>
        <source>a login page instead of data</source>
        <translation>eine Anmeldeseite statt Daten</translation>
    </message>
    <message>
        <source>closes its WebSockets</source>
        <translation>schließt ihre WebSockets</translation>
    </message>
    <message>
        <source>its clock runs 70 s ahead, at every venue</source>
        <translation>ihre Uhr geht 70 s vor, an jeder Börse</translation>
    </message>
    <message>
        <source>leaves them out of its answers</source>
        <translation>lässt sie in ihren Antworten weg</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>refuses 20 requests and asks for 10 s</source>
        <translation>lehnt 20 Anfragen ab und bittet um 10 s</translation>
    </message>
    <message>
        <source>takes requests, never answers</source>
        <translation>nimmt Anfragen, antwortet nie</translation>
    </message>
    <message>
        <source>{amount} USD were deposited to {account}.</source>
        <translation>{amount} USD wurden auf {account} eingezahlt.</translation>
    </message>
    <message>
        <source>{percent} % of {row} were closed at the mark.</source>
        <translation>{percent} % von {row} wurden zum Markpreis geschlossen.</translation>
    </message>
    <message>
        <source>{time} market time</source>
        <translation>{time} Marktzeit</translation>
    </message>
    <message>
        <source>{value} USD were added behind {row}.</source>
        <translation>{value} USD wurden hinter {row} nachgeschossen.</translation>
    </message>
    <message>
        <source>{venue} · {isolated} · mark {mark} · the exchange liquidates at {liquidation}</source>
        <translation>{venue} · {isolated} · Mark {mark} · die Börse liquidiert bei {liquidation}</translation>
    </message>
    <message>
        <source>{word}: the exchange {help_text}.</source>
        <translation>{word}: Die Börse {help_text}.</translation>
    </message>
</context>
<context>
    <name>ui.detail</name>
    <message>
        <source>At the mark price [{settle}]</source>
        <translation>Zum Markpreis [{settle}]</translation>
    </message>
    <message>
        <source>Can be lost</source>
        <translation>Max. Verlust</translation>
    </message>
    <message>
        <source>Covers {stop_cover} of the size, {distance} away</source>
        <translation>Deckt {stop_cover} der Größe, {distance} entfernt</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Its distance is larger than that.</source>
        <translation>Ihr Abstand ist größer als das.</translation>
    </message>
    <message>
        <source>Leverage used</source>
        <translation>Effektiver Hebel</translation>
    </message>
    <message>
        <source>Margin to add [{settle}], rounded up</source>
        <translation>Nachzuschießende Margin [{settle}], aufgerundet</translation>
    </message>
    <message>
        <source>Next funding</source>
        <translation>Funding folgt</translation>
    </message>
    <message>
        <source>No position selected</source>
        <translation>Keine Position gewählt</translation>
    </message>
    <message>
        <source>No position yet</source>
        <translation>Noch keine Position</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Nothing closes it before liquidation.</source>
        <translation>Nichts schließt sie vor der Liquidation.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Notional</source>
        <translation>Nominalwert</translation>
    </message>
    <message>
        <source>Notional over the equity that stands behind it</source>
        <translation>Nominalwert durch die Equity, die dahintersteht</translation>
    </message>
    <message>
        <source>Of the mark price, rounded down.</source>
        <translation>Des Markpreises, abgerundet.</translation>
    </message>
    <message>
        <source>Select a position to see its chart and what would rescue it.</source>
        <translation>Position wählen, um ihren Chart zu sehen und was sie rettet.</translation>
    </message>
    <message>
        <source>Size to close, rounded up to the lot: {exact} {symbol}</source>
        <translation>Zu schließende Größe, auf das Lot aufgerundet: {exact} {symbol}</translation>
    </message>
    <message>
        <source>Stop order</source>
        <translation>Stop-Order</translation>
    </message>
    <message>
        <source>The isolated margin, or the wallet behind a cross pool [{settle}]</source>
        <translation>Die Isolated-Margin oder das Wallet hinter einem Cross-Pool [{settle}]</translation>
    </message>
    <message>
        <source>The one nearest to liquidation will open here.</source>
        <translation>Hier erscheint die, die der Liquidation am nächsten ist.</translation>
    </message>
    <message>
        <source>The orders have not been read.</source>
        <translation>Die Orders wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The stop lies beyond the liquidation price: it will never fill.</source>
        <translation>Der Stop liegt jenseits des Liquidationspreises: Er wird nie ausgeführt.</translation>
    </message>
    <message>
        <source>To be safer</source>
        <translation>Für mehr Abstand</translation>
    </message>
    <message>
        <source>To reach {distance}</source>
        <translation>Für {distance}</translation>
    </message>
    <message>
        <source>or cut</source>
        <translation>oder abbauen</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>{account}, {margin_mode} margin</source>
        <translation>{account}, {margin_mode}-Margin</translation>
    </message>
    <message>
        <source>{change} since entry</source>
        <translation>{change} seit Einstieg</translation>
    </message>
    <message>
        <source>{funding_rate} of the notional, in {span}</source>
        <translation>{funding_rate} des Nominalwerts, in {span}</translation>
    </message>
    <message>
        <source>{symbol} {side} on {account}, {level}: {cells}</source>
        <translation>{symbol} {side} auf {account}, {level}: {cells}</translation>
    </message>
</context>
<context>
    <name>ui.detail_pane</name>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Leiter</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Stops</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>{name} of the selected position</source>
        <translation>{name} der gewählten Position</translation>
    </message>
</context>
<context>
    <name>ui.diagnostics_dialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Files of the bundle; space leaves one out</source>
        <translation>Dateien des Pakets; die Leertaste lässt eine weg</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>These files help to find a fault. Keys, addresses and amounts are masked; names of accounts and symbols are not. Look through them and leave out what you do not want to give away. Nothing is sent: you get a file.</source>
        <translation>Diese Dateien helfen, einen Fehler zu finden. Schlüssel, Adressen und Beträge sind unkenntlich; Namen von Konten und Symbole nicht. Sehen Sie sie durch und lassen Sie weg, was Sie nicht weitergeben wollen. Nichts wird gesendet: Sie bekommen eine Datei.</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>Was in der Datei steht</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Geschrieben nach {path}.</translation>
    </message>
    <message>
        <source>{name} could not be written: {error}.</source>
        <translation>{name} konnte nicht geschrieben werden: {error}.</translation>
    </message>
</context>
<context>
    <name>ui.dialog_style</name>
    <message>
        <source>Waiting for the answer</source>
        <translation>Auf die Antwort warten</translation>
    </message>
</context>
<context>
    <name>ui.empty_state</name>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Add an account by a read-only key, or watch the demo: a real crash on a built-in exchange.</source>
        <translation>Fügen Sie ein Konto mit einem Nur-Lese-Schlüssel hinzu oder sehen Sie sich die Demo an: ein echter Crash an einer eingebauten Börse.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>It only reads: it cannot place an order. Keys stay in this system&apos;s keyring.</source>
        <translation>Marginwatch liest nur und kann keine Order aufgeben. Schlüssel bleiben im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>No position matches</source>
        <translation>Keine Position passt</translation>
    </message>
    <message>
        <source>Nothing is guarded yet</source>
        <translation>Noch wird nichts überwacht</translation>
    </message>
    <message>
        <source>Other positions are open: clear the filter or choose All.</source>
        <translation>Andere Positionen sind offen: Leeren Sie den Filter oder wählen Sie Alle.</translation>
    </message>
    <message>
        <source>Show all positions</source>
        <translation>Alle Positionen zeigen</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Demo starten</translation>
    </message>
</context>
<context>
    <name>ui.ended_model</name>
    <message>
        <source>By the venue&apos;s own records; where it gives none, a close and a liquidation cannot always be told apart.</source>
        <translation>Nach den Aufzeichnungen der Börse; wo sie keine gibt, sind Schließen und Liquidation nicht immer zu unterscheiden.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>LIQUIDATED</source>
        <translation>LIQUIDIERT</translation>
    </message>
    <message>
        <source>Last PnL</source>
        <translation>Letzter PnL</translation>
    </message>
    <message>
        <source>Last mark</source>
        <translation>Letzter Mark</translation>
    </message>
    <message>
        <source>Since Marginwatch first saw it in this run; it may have been opened earlier.</source>
        <translation>Seit Marginwatch sie in diesem Lauf zuerst sah; sie kann früher eröffnet worden sein.</translation>
    </message>
    <message>
        <source>The venue&apos;s average entry price when it was last seen; fees and funding are not in it.</source>
        <translation>Der mittlere Einstiegspreis der Börse, als sie zuletzt gesehen wurde; ohne Gebühren und Funding.</translation>
    </message>
    <message>
        <source>Unrealised, when it was last seen: not what was realised.</source>
        <translation>Unrealisiert, als sie zuletzt gesehen wurde: nicht, was realisiert wurde.</translation>
    </message>
    <message>
        <source>Watched for</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>When Marginwatch told of the end; the close itself lies a little earlier.</source>
        <translation>Wann Marginwatch das Ende gemeldet hat; das Schließen selbst liegt etwas früher.</translation>
    </message>
    <message>
        <source>When it was last seen, in the coin; parts closed before are not in it.</source>
        <translation>Als sie zuletzt gesehen wurde, im Coin; vorher geschlossene Teile sind nicht enthalten.</translation>
    </message>
    <message>
        <source>When it was last seen: not the price at which it was closed.</source>
        <translation>Als sie zuletzt gesehen wurde: nicht der Preis, zu dem sie geschlossen wurde.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>closed by ADL</source>
        <translation>durch ADL geschlossen</translation>
    </message>
    <message>
        <source>closed, or liquidated?</source>
        <translation>geschlossen oder liquidiert?</translation>
    </message>
</context>
<context>
    <name>ui.ended_table</name>
    <message>
        <source>Positions that have ended, newest first</source>
        <translation>Beendete Positionen, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>ui.engine_link</name>
    <message>
        <source>The engine could not be started: {error}</source>
        <translation>Die Engine konnte nicht gestartet werden: {error}</translation>
    </message>
    <message>
        <source>The engine has ended unexpectedly.</source>
        <translation>Die Engine ist unerwartet beendet.</translation>
    </message>
    <message>
        <source>The engine runs but says nothing.</source>
        <translation>Die Engine läuft, sagt aber nichts.</translation>
    </message>
</context>
<context>
    <name>ui.engine_words</name>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>acknowledgement expired</source>
        <translation>Quittierung abgelaufen</translation>
    </message>
    <message>
        <source>adl</source>
        <translation>ADL</translation>
    </message>
    <message>
        <source>auto-deleveraged</source>
        <translation>durch ADL geschlossen</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>chance of liquidation in 24 h</source>
        <translation>Chance einer Liquidation in 24 h</translation>
    </message>
    <message>
        <source>channel down</source>
        <translation>Kanal gestört</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>closed by force in part</source>
        <translation>zum Teil zwangsweise geschlossen</translation>
    </message>
    <message>
        <source>common shock</source>
        <translation>gemeinsamer Schock</translation>
    </message>
    <message>
        <source>cost of closing at once</source>
        <translation>Kosten des sofortigen Schließens</translation>
    </message>
    <message>
        <source>days until funding reaches Warning</source>
        <translation>Tage, bis Funding die Warnung erreicht</translation>
    </message>
    <message>
        <source>debt after a jump</source>
        <translation>Schulden nach einem Sprung</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>effective leverage</source>
        <translation>effektiver Hebel</translation>
    </message>
    <message>
        <source>engine silent</source>
        <translation>Engine schweigt</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>verschärft</translation>
    </message>
    <message>
        <source>explained by {cause}</source>
        <translation>erklärt durch {cause}</translation>
    </message>
    <message>
        <source>flood</source>
        <translation>Flut</translation>
    </message>
    <message>
        <source>flood over</source>
        <translation>Flut vorbei</translation>
    </message>
    <message>
        <source>funding</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>funding jump</source>
        <translation>Sprung des Fundings</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>zusammengefasst</translation>
    </message>
    <message>
        <source>improved</source>
        <translation>gebessert</translation>
    </message>
    <message>
        <source>key can trade</source>
        <translation>Schlüssel darf handeln</translation>
    </message>
    <message>
        <source>key expiring</source>
        <translation>Schlüssel läuft ab</translation>
    </message>
    <message>
        <source>late</source>
        <translation>spät</translation>
    </message>
    <message>
        <source>left over in a thin book</source>
        <translation>Rest in einem dünnen Orderbuch</translation>
    </message>
    <message>
        <source>liquidated</source>
        <translation>liquidiert</translation>
    </message>
    <message>
        <source>liquidation distance</source>
        <translation>Abstand zur Liquidation</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>loss at the stops</source>
        <translation>Verlust an den Stops</translation>
    </message>
    <message>
        <source>margin behind one trade</source>
        <translation>Margin hinter einem Trade</translation>
    </message>
    <message>
        <source>money that is not needed</source>
        <translation>Geld, das nicht gebraucht wird</translation>
    </message>
    <message>
        <source>most that can be lost</source>
        <translation>höchstmöglicher Verlust</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>not acknowledged for {seconds} s</source>
        <translation>seit {seconds} s nicht quittiert</translation>
    </message>
    <message>
        <source>not yet acknowledged</source>
        <translation>noch nicht quittiert</translation>
    </message>
    <message>
        <source>price blind</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>raised again</source>
        <translation>erneut ausgelöst</translation>
    </message>
    <message>
        <source>raised without confirmation</source>
        <translation>ohne Bestätigung ausgelöst</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>rules changed</source>
        <translation>geänderte Regeln</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>selftest</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>selftest failed</source>
        <translation>Selbsttest gescheitert</translation>
    </message>
    <message>
        <source>shelf</source>
        <translation>geparkt</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>geparkt</translation>
    </message>
    <message>
        <source>slept</source>
        <translation>geschlafen</translation>
    </message>
    <message>
        <source>snooze over</source>
        <translation>Zurückstellung vorbei</translation>
    </message>
    <message>
        <source>snooze refused</source>
        <translation>Zurückstellung abgelehnt</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>stale mark</source>
        <translation>alter Mark</translation>
    </message>
    <message>
        <source>stop beyond</source>
        <translation>Stop zu weit</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stream suspect</source>
        <translation>Stream zweifelhaft</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>vorübergehend</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>within</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>worsened</source>
        <translation>verschlimmert</translation>
    </message>
</context>
<context>
    <name>ui.explain_page</name>
    <message>
        <source>Again</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Amounts are hidden (P). The working is made of amounts.</source>
        <translation>Beträge sind verborgen (P). Der Rechenweg besteht aus Beträgen.</translation>
    </message>
    <message>
        <source>As of {time}, {age} ago</source>
        <translation>Stand {time}, vor {age}</translation>
    </message>
    <message>
        <source>Being worked out …</source>
        <translation>Wird gerechnet …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select a position.</source>
        <translation>Wählen Sie eine Position.</translation>
    </message>
    <message>
        <source>The working is copied.</source>
        <translation>Der Rechenweg ist kopiert.</translation>
    </message>
    <message>
        <source>The working of the figures</source>
        <translation>Der Rechenweg der Zahlen</translation>
    </message>
    <message>
        <source>This position is not in the engine&apos;s newest report: its risk is not known.</source>
        <translation>Diese Position ist nicht im neuesten Bericht der Engine: Ihr Risiko ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Work it out again with the figures of now</source>
        <translation>Mit den Zahlen von jetzt neu rechnen</translation>
    </message>
</context>
<context>
    <name>ui.figure_page</name>
    <message>
        <source>Chance of liquidation in 24 h, from</source>
        <translation>Liquidationschance in 24 h, ab</translation>
    </message>
    <message>
        <source>Cost of closing at once, from</source>
        <translation>Kosten des Sofort-Schließens, ab</translation>
    </message>
    <message>
        <source>Debt after a jump of</source>
        <translation>Schulden nach einem Sprung von</translation>
    </message>
    <message>
        <source>Each is told as Warning, after a minute, and only while it is known. None of them is an order.</source>
        <translation>Jede wird als Warnung gemeldet, nach einer Minute und nur solange sie bekannt ist. Keine davon löst eine Order aus.</translation>
    </message>
    <message>
        <source>Funding, within</source>
        <translation>Funding, binnen</translation>
    </message>
    <message>
        <source>Left over in a thin book, from</source>
        <translation>Rest im dünnen Orderbuch, ab</translation>
    </message>
    <message>
        <source>Loss at the stops, from</source>
        <translation>Verlust an den Stops, ab</translation>
    </message>
    <message>
        <source>Money that is not needed, from</source>
        <translation>Nicht gebrauchtes Geld, ab</translation>
    </message>
    <message>
        <source>Most that can be lost, from</source>
        <translation>Höchster möglicher Verlust, ab</translation>
    </message>
    <message>
        <source>as share of the account</source>
        <translation>als Anteil des Kontos</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>days until funding alone brings liquidation to your Warning distance</source>
        <translation>Tage, bis Funding allein die Liquidation auf Ihren Warnabstand bringt</translation>
    </message>
    <message>
        <source>from the entry, slippage included, of its margin</source>
        <translation>ab Einstieg, mit Slippage, als Anteil ihrer Margin</translation>
    </message>
    <message>
        <source>how often prices went that far; found on Bitcoin 2017–2023</source>
        <translation>wie oft Preise so weit liefen; ermittelt an Bitcoin 2017–2023</translation>
    </message>
    <message>
        <source>in US dollars, per account: kept elsewhere it cannot be lost there</source>
        <translation>in US-Dollar, je Konto: anderswo verwahrt kann es dort nicht verloren gehen</translation>
    </message>
    <message>
        <source>share of the size that a tenth of today&apos;s order book does not hold</source>
        <translation>Anteil der Größe, den ein Zehntel des heutigen Orderbuchs nicht aufnimmt</translation>
    </message>
    <message>
        <source>slippage and fee by the order book, of its margin</source>
        <translation>Slippage und Gebühr laut Orderbuch, als Anteil ihrer Margin</translation>
    </message>
    <message>
        <source>the isolated margin, or the whole cross wallet, as share of the account</source>
        <translation>die Isolated-Margin oder das ganze Cross-Wallet, als Anteil des Kontos</translation>
    </message>
    <message>
        <source>through liquidation, where the venue does not say that it bears what is missing</source>
        <translation>über die Liquidation hinaus, wo die Börse nicht zusagt, den Fehlbetrag zu tragen</translation>
    </message>
    <message>
        <source>value over the equity behind it</source>
        <translation>Wert durch die Equity dahinter</translation>
    </message>
</context>
<context>
    <name>ui.first_steps</name>
    <message>
        <source>A popup, a sound, a notification.</source>
        <translation>Ein Popup, ein Ton, eine Benachrichtigung.</translation>
    </message>
    <message>
        <source>A real crash on an exchange inside this computer.</source>
        <translation>Ein echter Crash an einer Börse in diesem Rechner.</translation>
    </message>
    <message>
        <source>Add an account …</source>
        <translation>Konto hinzufügen …</translation>
    </message>
    <message>
        <source>Add your account, by a key that may only read</source>
        <translation>Ihr Konto hinzufügen, mit einem Schlüssel, der nur lesen darf</translation>
    </message>
    <message>
        <source>An account is added, but it is not seen yet.</source>
        <translation>Ein Konto ist hinzugefügt, aber noch nicht zu sehen.</translation>
    </message>
    <message>
        <source>Channels …</source>
        <translation>Kanäle …</translation>
    </message>
    <message>
        <source>Choose when to warn</source>
        <translation>Wählen, wann gewarnt wird</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Distances of the three levels.</source>
        <translation>Abstände der drei Stufen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Hear and see the alarms</source>
        <translation>Die Alarme hören und sehen</translation>
    </message>
    <message>
        <source>How long your trades last: distances of the three levels</source>
        <translation>Wie lange Ihre Trades dauern: Abstände der drei Stufen</translation>
    </message>
    <message>
        <source>Menu → Help → First steps … brings this back.</source>
        <translation>Menü → Hilfe → Erste Schritte … bringt dies zurück.</translation>
    </message>
    <message>
        <source>No account is watched yet.</source>
        <translation>Noch wird kein Konto überwacht.</translation>
    </message>
    <message>
        <source>Nothing reaches you away from this screen yet.</source>
        <translation>Noch erreicht Sie nichts abseits dieses Bildschirms.</translation>
    </message>
    <message>
        <source>Reach your phone</source>
        <translation>Ihr Telefon erreichen</translation>
    </message>
    <message>
        <source>See it work</source>
        <translation>Bei der Arbeit sehen</translation>
    </message>
    <message>
        <source>Set up: {reached}. Test each one once.</source>
        <translation>Eingerichtet: {reached}. Testen Sie jeden einmal.</translation>
    </message>
    <message>
        <source>Two minutes. Each step can be left out and done later; nothing here can trade.</source>
        <translation>Zwei Minuten. Jeder Schritt kann ausgelassen und nachgeholt werden; nichts hier kann handeln.</translation>
    </message>
    <message>
        <source>Watched now: {live}.</source>
        <translation>Jetzt überwacht: {live}.</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: erledigt</translation>
    </message>
    <message>
        <source>{title}: open</source>
        <translation>{title}: offen</translation>
    </message>
</context>
<context>
    <name>ui.footer</name>
    <message>
        <source> · v{version}</source>
        <translation> · v{version}</translation>
    </message>
    <message>
        <source>A key could trade; Marginwatch only reads</source>
        <translation>Ein Schlüssel dürfte handeln; Marginwatch liest nur</translation>
    </message>
    <message>
        <source>Clock {offset_ms:+d} ms</source>
        <translation>Uhr {offset_ms:+d} ms</translation>
    </message>
    <message>
        <source>Feeds: </source>
        <translation>Datenströme: </translation>
    </message>
    <message>
        <source>Last answer {age} ago</source>
        <translation>Letzte Antwort vor {age}</translation>
    </message>
    <message>
        <source>Marginwatch only reads; the rights of some keys are not known</source>
        <translation>Marginwatch liest nur; die Rechte mancher Schlüssel sind nicht bekannt</translation>
    </message>
    <message>
        <source>No order or withdrawal permission found on any key</source>
        <translation>An keinem Schlüssel wurde ein Handels- oder Abheberecht gefunden</translation>
    </message>
    <message>
        <source>Reads only: places no order</source>
        <translation>Liest nur: gibt keine Order auf</translation>
    </message>
    <message>
        <source>{account} connecting</source>
        <translation>{account} verbindet</translation>
    </message>
    <message>
        <source>{account} stale</source>
        <translation>{account} veraltet</translation>
    </message>
    <message>
        <source>{account} {latency_ms} ms</source>
        <translation>{account} {latency_ms} ms</translation>
    </message>
</context>
<context>
    <name>ui.format</name>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation>Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
</context>
<context>
    <name>ui.guide</name>
    <message>
        <source>Guide · Marginwatch</source>
        <translation>Anleitung · Marginwatch</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite der Anleitung</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten der Anleitung</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Anleitung durchsuchen</translation>
    </message>
    <message>
        <source>no page holds that</source>
        <translation>auf keiner Seite</translation>
    </message>
    <message>
        <source>{count} page</source>
        <translation>{count} Seite</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} Seiten</translation>
    </message>
</context>
<context>
    <name>ui.hero</name>
    <message>
        <source>Add an account, or start the demo.</source>
        <translation>Fügen Sie ein Konto hinzu, oder starten Sie die Demo.</translation>
    </message>
    <message>
        <source>BLIND · LAST KNOWN {age} AGO</source>
        <translation>BLIND · LETZTER STAND VOR {age}</translation>
    </message>
    <message>
        <source>BLIND · NEVER READ</source>
        <translation>BLIND · NIE GELESEN</translation>
    </message>
    <message>
        <source>Blind, last known: </source>
        <translation>Blind, letzter Stand: </translation>
    </message>
    <message>
        <source>CLOSEST TO LIQUIDATION</source>
        <translation>NÄCHSTE LIQUIDATION</translation>
    </message>
    <message>
        <source>Closest to liquidation. </source>
        <translation>Am nächsten an der Liquidation. </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Further loss of this position [{settle}]</source>
        <translation>Weiterer Verlust dieser Position [{settle}]</translation>
    </message>
    <message>
        <source>How far the mark price may move against the position until the exchange closes it.</source>
        <translation>Wie weit der Markpreis gegen die Position laufen darf, bis die Börse sie schließt.</translation>
    </message>
    <message>
        <source>Liquidation {liquidation}</source>
        <translation>Liquidation {liquidation}</translation>
    </message>
    <message>
        <source>Liquidation {liquidation}, {away} away</source>
        <translation>Liquidation {liquidation}, {away} weg</translation>
    </message>
    <message>
        <source>Liquidation: {reason}</source>
        <translation>Liquidation: {reason}</translation>
    </message>
    <message>
        <source>Loss if reached</source>
        <translation>Verlust bis dort</translation>
    </message>
    <message>
        <source>Mark {mark_price}</source>
        <translation>Mark {mark_price}</translation>
    </message>
    <message>
        <source>No account can be read.</source>
        <translation>Kein Konto kann gelesen werden.</translation>
    </message>
    <message>
        <source>No open positions</source>
        <translation>Keine offenen Positionen</translation>
    </message>
    <message>
        <source>No price can liquidate it.</source>
        <translation>Kein Preis kann sie liquidieren.</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>Nichts ist bekannt</translation>
    </message>
    <message>
        <source>Reading {accounts} …</source>
        <translation>Liest {accounts} …</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Engine startet</translation>
    </message>
    <message>
        <source>The first figures come within seconds.</source>
        <translation>Die ersten Zahlen kommen in Sekunden.</translation>
    </message>
    <message>
        <source>confirmed {age} ago on {count} of {accounts}</source>
        <translation>bestätigt vor {age}, auf {count} von {accounts}</translation>
    </message>
    <message>
        <source>stop beyond liquidation</source>
        <translation>Stop jenseits der Liquidation</translation>
    </message>
    <message>
        <source>stop {stop_price}</source>
        <translation>Stop {stop_price}</translation>
    </message>
    <message>
        <source>stops not read</source>
        <translation>Stops nicht gelesen</translation>
    </message>
    <message>
        <source>{count} account</source>
        <translation>{count} Konto</translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation>{count} Konten</translation>
    </message>
    <message>
        <source>{distance} to liquidation</source>
        <translation>{distance} bis zur Liquidation</translation>
    </message>
    <message>
        <source>{stale}Closest to liquidation: {symbol} {side} on {account}, {distance}, {level}</source>
        <translation>{stale}Am nächsten an der Liquidation: {symbol} {side} auf {account}, {distance}, {level}</translation>
    </message>
</context>
<context>
    <name>ui.history_window</name>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Charts of the accounts</source>
        <translation>Charts der Konten</translation>
    </message>
    <message>
        <source>Closed positions</source>
        <translation>Geschlossene Positionen</translation>
    </message>
    <message>
        <source>Each point covers {step} and shows its worst ratio and distance. Gaps were not watched.</source>
        <translation>Jeder Punkt umfasst {step} und zeigt schlechteste Quote und kleinsten Abstand. Lücken wurden nicht überwacht.</translation>
    </message>
    <message>
        <source>Export CSV …</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>Historie exportieren</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>History · Marginwatch</source>
        <translation>Historie · Marginwatch</translation>
    </message>
    <message>
        <source>No position ended</source>
        <translation>Keine Position beendet</translation>
    </message>
    <message>
        <source>Nothing was recorded in the last {title}. It begins with the first answer.</source>
        <translation>In diesem Zeitraum ({title}) wurde nichts aufgezeichnet. Es beginnt mit der ersten Antwort.</translation>
    </message>
    <message>
        <source>Of the nearest position, from its mark: it may be another position at each point.</source>
        <translation>Der nächsten Position, von ihrem Mark aus: Es kann an jedem Punkt eine andere sein.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The last {title}</source>
        <translation>Zeitraum: {title}</translation>
    </message>
    <message>
        <source>There is nothing to write yet.</source>
        <translation>Es gibt noch nichts zu schreiben.</translation>
    </message>
    <message>
        <source>Wallet and unrealised PnL together; deposits and withdrawals are in it, so it is no profit.</source>
        <translation>Wallet und unrealisierter PnL zusammen; Ein- und Auszahlungen sind darin, also ist es kein Gewinn.</translation>
    </message>
    <message>
        <source>What the venue requires over the equity of the worst pool: 100 % is liquidation.</source>
        <translation>Was die Börse verlangt, durch die Equity des schlechtesten Pools: 100 % ist Liquidation.</translation>
    </message>
    <message>
        <source>{count} position ended</source>
        <translation>{count} Position beendet</translation>
    </message>
    <message>
        <source>{count} positions ended</source>
        <translation>{count} Positionen beendet</translation>
    </message>
    <message>
        <source>{name} · equity [{settle}]</source>
        <translation>{name} · Equity [{settle}]</translation>
    </message>
    <message>
        <source>{name} · margin ratio</source>
        <translation>{name} · Margin-Quote</translation>
    </message>
    <message>
        <source>{name} · nearest liquidation</source>
        <translation>{name} · nächste Liquidation</translation>
    </message>
    <message>
        <source>{what} in the last {title} while Marginwatch was watching.</source>
        <translation>{what} in diesem Zeitraum ({title}), während Marginwatch wachte.</translation>
    </message>
</context>
<context>
    <name>ui.journal_details</name>
    <message>
        <source>Choose a line to see its text, its deliveries and their receipts.</source>
        <translation>Wählen Sie eine Zeile, um Text, Zustellungen und Belege zu sehen.</translation>
    </message>
    <message>
        <source>It was told to nobody: a line of the journal only.</source>
        <translation>Niemandem gemeldet: nur eine Zeile im Journal.</translation>
    </message>
    <message>
        <source>episode since {time}, telling {step}</source>
        <translation>Episode seit {time}, Meldung {step}</translation>
    </message>
    <message>
        <source>inputs {hash}</source>
        <translation>Eingaben {hash}</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>Wert {value}</translation>
    </message>
</context>
<context>
    <name>ui.journal_model</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Told to</source>
        <translation>Gemeldet an</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>ui.journal_table</name>
    <message>
        <source>Journal, newest first</source>
        <translation>Journal, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>ui.journal_window</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Danger and above</source>
        <translation>Ab Gefahr</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Export as CSV …</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Journal exportieren</translation>
    </message>
    <message>
        <source>How well the alarms work</source>
        <translation>Wie gut die Alarme arbeiten</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Journal · Marginwatch</source>
        <translation>Journal · Marginwatch</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Nothing was told that fits.</source>
        <translation>Nichts Passendes wurde gemeldet.</translation>
    </message>
    <message>
        <source>Reading: {count:,} lines …</source>
        <translation>Liest: {count:,} Zeilen …</translation>
    </message>
    <message>
        <source>Searching older lines …</source>
        <translation>Ältere Zeilen werden durchsucht …</translation>
    </message>
    <message>
        <source>Warning and above</source>
        <translation>Ab Warnung</translation>
    </message>
    <message>
        <source>{count:,} line</source>
        <translation>{count:,} Zeile</translation>
    </message>
    <message>
        <source>{count:,} line and older ones</source>
        <translation>{count:,} Zeile und ältere</translation>
    </message>
    <message>
        <source>{count:,} lines</source>
        <translation>{count:,} Zeilen</translation>
    </message>
    <message>
        <source>{count:,} lines and older ones</source>
        <translation>{count:,} Zeilen und ältere</translation>
    </message>
    <message>
        <source>{count} line</source>
        <translation>{count} Zeile</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} Zeilen</translation>
    </message>
    <message>
        <source>{lines} written to {name}.</source>
        <translation>{lines} nach {name} geschrieben.</translation>
    </message>
</context>
<context>
    <name>ui.key_sheet</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>No key can place an order: the program cannot.</source>
        <translation>Keine Taste kann eine Order aufgeben: Das Programm kann es nicht.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>acknowledge all in sight</source>
        <translation>alle sichtbaren quittieren</translation>
    </message>
    <message>
        <source>acknowledge the selected alarm</source>
        <translation>gewählten Alarm quittieren</translation>
    </message>
    <message>
        <source>alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>calculator: a trade before it is made</source>
        <translation>Rechner: ein Trade, bevor er gemacht wird</translation>
    </message>
    <message>
        <source>channels: alerts on your phone</source>
        <translation>Kanäle: Alarme auf Ihr Telefon</translation>
    </message>
    <message>
        <source>chart back to now</source>
        <translation>Chart zurück zu jetzt</translation>
    </message>
    <message>
        <source>copy all rows</source>
        <translation>alle Zeilen kopieren</translation>
    </message>
    <message>
        <source>copy this position</source>
        <translation>diese Position kopieren</translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation>dunkel oder hell</translation>
    </message>
    <message>
        <source>demo panel</source>
        <translation>Demo-Pult</translation>
    </message>
    <message>
        <source>export as CSV</source>
        <translation>als CSV exportieren</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>guide, at the page of what is on screen</source>
        <translation>Anleitung zu dem, was zu sehen ist</translation>
    </message>
    <message>
        <source>hide amounts</source>
        <translation>Beträge verbergen</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>leave the what-if, or clear the filter</source>
        <translation>What-if verlassen oder Filter leeren</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>mini strip</source>
        <translation>Mini-Leiste</translation>
    </message>
    <message>
        <source>mini strip: let the mouse through</source>
        <translation>Mini-Leiste: Maus durchlassen</translation>
    </message>
    <message>
        <source>next position</source>
        <translation>nächste Position</translation>
    </message>
    <message>
        <source>only this account, or all again</source>
        <translation>nur dieses Konto, oder wieder alle</translation>
    </message>
    <message>
        <source>previous position</source>
        <translation>vorige Position</translation>
    </message>
    <message>
        <source>price ladder</source>
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>read everything again</source>
        <translation>alles neu lesen</translation>
    </message>
    <message>
        <source>self-test of the whole alarm chain</source>
        <translation>Selbsttest der ganzen Alarmkette</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>shelve: quiet below Critical for hours</source>
        <translation>parken: stundenlang still unterhalb von Kritisch</translation>
    </message>
    <message>
        <source>silence sounds for 10 minutes</source>
        <translation>Töne 10 Minuten stumm</translation>
    </message>
    <message>
        <source>stress: shocks and crashes</source>
        <translation>Stress: Schocks und Crashs</translation>
    </message>
    <message>
        <source>test the alarm</source>
        <translation>Alarm testen</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>dieses Blatt</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>what can be lost: risk</source>
        <translation>was verloren gehen kann: Risiko</translation>
    </message>
    <message>
        <source>what-if, and out of it</source>
        <translation>What-if, und wieder heraus</translation>
    </message>
</context>
<context>
    <name>ui.kpi_page</name>
    <message>
        <source>Chatter</source>
        <translation>Flattern</translation>
    </message>
    <message>
        <source>Levels: {levels}. Most often: {most}</source>
        <translation>Stufen: {levels}. Am häufigsten: {most}</translation>
    </message>
    <message>
        <source>New alarms in ten minutes</source>
        <translation>Neue Alarme in zehn Minuten</translation>
    </message>
    <message>
        <source>New alarms over time, at most {slots}</source>
        <translation>Neue Alarme im Zeitverlauf, höchstens {slots}</translation>
    </message>
    <message>
        <source>No alarm in this time.</source>
        <translation>Kein Alarm in dieser Zeit.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keiner.</translation>
    </message>
    <message>
        <source>None: no alarm came three times in a minute.</source>
        <translation>Keiner: Kein Alarm kam dreimal in einer Minute.</translation>
    </message>
    <message>
        <source>Standing for more than a day</source>
        <translation>Länger als einen Tag anstehend</translation>
    </message>
    <message>
        <source>The engine is asked …</source>
        <translation>Die Engine wird gefragt …</translation>
    </message>
    <message>
        <source>What comes most often</source>
        <translation>Was am häufigsten kommt</translation>
    </message>
    <message>
        <source>each bar: the worst of {span}</source>
        <translation>je Balken: das Schlimmste aus {span}</translation>
    </message>
    <message>
        <source>good: at most 1</source>
        <translation>gut: höchstens 1</translation>
    </message>
    <message>
        <source>good: at most 10</source>
        <translation>gut: höchstens 10</translation>
    </message>
    <message>
        <source>good: under 1 %</source>
        <translation>gut: unter 1 %</translation>
    </message>
    <message>
        <source>in the worst ten minutes</source>
        <translation>in den schlimmsten zehn Minuten</translation>
    </message>
    <message>
        <source>more than 10 is a flood</source>
        <translation>mehr als 10 sind eine Flut</translation>
    </message>
    <message>
        <source>new alarms in ten minutes</source>
        <translation>neue Alarme in zehn Minuten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>of the time in a flood</source>
        <translation>der Zeit in einer Flut</translation>
    </message>
    <message>
        <source>the line: usual</source>
        <translation>der Strich: üblich</translation>
    </message>
    <message>
        <source>usual wait for your answer</source>
        <translation>übliche Zeit bis zu Ihrer Antwort</translation>
    </message>
    <message>
        <source>{alarms} alarms, {notifications} notifications</source>
        <translation>{alarms} Alarme, {notifications} Meldungen</translation>
    </message>
    <message>
        <source>{level} since {time}: {title}</source>
        <translation>{level} seit {time}: {title}</translation>
    </message>
    <message>
        <source>{title}
{words} of all new alarms</source>
        <translation>{title}
{words} aller neuen Alarme</translation>
    </message>
    <message>
        <source>{title} {count} times</source>
        <translation>{title} {count}-mal</translation>
    </message>
    <message>
        <source>{title}: {count} times</source>
        <translation>{title}: {count}-mal</translation>
    </message>
    <message>
        <source>{words}; usual: {usual:.0f} %</source>
        <translation>{words}; üblich: {usual:.0f} %</translation>
    </message>
</context>
<context>
    <name>ui.leaving</name>
    <message>
        <source>The tray has gone: the window came back, minimised, and goes on guarding.</source>
        <translation>Der Tray ist weg: Das Fenster kam minimiert zurück und wacht weiter.</translation>
    </message>
    <message>
        <source>This desktop has no tray: the window was minimised, and goes on guarding.</source>
        <translation>Dieser Desktop hat keinen Tray: Das Fenster wurde minimiert und wacht weiter.</translation>
    </message>
</context>
<context>
    <name>ui.main_window</name>
    <message>
        <source>Accounts …</source>
        <translation>Konten …</translation>
    </message>
    <message>
        <source>Acknowledge all in sight</source>
        <translation>Alle sichtbaren quittieren</translation>
    </message>
    <message>
        <source>Acknowledge the selected alarm</source>
        <translation>Gewählten Alarm quittieren</translation>
    </message>
    <message>
        <source>Alert rules …</source>
        <translation>Alarmregeln …</translation>
    </message>
    <message>
        <source>Calculator: a trade before it is made …</source>
        <translation>Rechner: ein Trade, bevor er gemacht wird …</translation>
    </message>
    <message>
        <source>Channels and watchdogs …</source>
        <translation>Kanäle und Wächter …</translation>
    </message>
    <message>
        <source>Chart back to now</source>
        <translation>Chart zurück zu jetzt</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>Alle Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy this position</source>
        <translation>Diese Position kopieren</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Demo panel</source>
        <translation>Demo-Pult</translation>
    </message>
    <message>
        <source>Diagnostics …</source>
        <translation>Diagnose …</translation>
    </message>
    <message>
        <source>Export positions as CSV …</source>
        <translation>Positionen als CSV exportieren …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>First steps …</source>
        <translation>Erste Schritte …</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation>Beträge verbergen</translation>
    </message>
    <message>
        <source>History …</source>
        <translation>Historie …</translation>
    </message>
    <message>
        <source>Journal …</source>
        <translation>Journal …</translation>
    </message>
    <message>
        <source>Keep on top of other windows</source>
        <translation>Über anderen Fenstern halten</translation>
    </message>
    <message>
        <source>Lock the layout</source>
        <translation>Anordnung sperren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Mini strip</source>
        <translation>Mini-Leiste</translation>
    </message>
    <message>
        <source>Mini strip: let the mouse through</source>
        <translation>Mini-Leiste: Maus durchlassen</translation>
    </message>
    <message>
        <source>Next position</source>
        <translation>Nächste Position</translation>
    </message>
    <message>
        <source>Positions of account {number}</source>
        <translation>Positionen von Konto {number}</translation>
    </message>
    <message>
        <source>Previous position</source>
        <translation>Vorige Position</translation>
    </message>
    <message>
        <source>Price ladder</source>
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>Run self-test: the whole alarm chain</source>
        <translation>Selbsttest: die ganze Alarmkette</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Shelve the selected alarm …</source>
        <translation>Gewählten Alarm parken …</translation>
    </message>
    <message>
        <source>Silence sounds for 10 minutes</source>
        <translation>Töne 10 Minuten stumm</translation>
    </message>
    <message>
        <source>Start at login: on or off</source>
        <translation>Start beim Anmelden: ein oder aus</translation>
    </message>
    <message>
        <source>Stress: shocks and crashes …</source>
        <translation>Stress: Schocks und Crashs …</translation>
    </message>
    <message>
        <source>Test the alarm</source>
        <translation>Alarm testen</translation>
    </message>
    <message>
        <source>The layout is locked: Menu → View → Lock the layout unlocks it.</source>
        <translation>Die Anordnung ist gesperrt: Menü → Ansicht → Anordnung sperren gibt sie frei.</translation>
    </message>
    <message>
        <source>The usual layout</source>
        <translation>Die übliche Anordnung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>WHAT-IF · Marginwatch</source>
        <translation>WHAT-IF · Marginwatch</translation>
    </message>
</context>
<context>
    <name>ui.mini_picture</name>
    <message>
        <source>Mini strip: {symbol} {side} is {distance} from liquidation</source>
        <translation>Mini-Leiste: {symbol} {side} ist {distance} von der Liquidation entfernt</translation>
    </message>
    <message>
        <source>Mini strip: {words}</source>
        <translation>Mini-Leiste: {words}</translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation>Noch keine Konten</translation>
    </message>
    <message>
        <source>Reading the positions …</source>
        <translation>Positionen werden gelesen …</translation>
    </message>
    <message>
        <source>Whether positions are open is not known</source>
        <translation>Ob Positionen offen sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Worst margin ratio</source>
        <translation>Schlechteste Quote</translation>
    </message>
    <message>
        <source>data {age} old</source>
        <translation>Daten {age} alt</translation>
    </message>
    <message>
        <source>engine silent for {age}</source>
        <translation>Engine schweigt {age}</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>uPnL {pnl} · live {age}</source>
        <translation>uPnL {pnl} · live {age}</translation>
    </message>
</context>
<context>
    <name>ui.mini_strip</name>
    <message>
        <source>Hide the mini strip</source>
        <translation>Mini-Leiste verbergen</translation>
    </message>
    <message>
        <source>Let the mouse through (back by {keys} or the tray)</source>
        <translation>Maus durchlassen (zurück mit {keys} oder im Tray)</translation>
    </message>
    <message>
        <source>Let the mouse through (back by {keys})</source>
        <translation>Maus durchlassen (zurück mit {keys})</translation>
    </message>
    <message>
        <source>Marginwatch mini strip</source>
        <translation>Marginwatch-Mini-Leiste</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity: needs a compositor</source>
        <translation>Deckkraft: braucht einen Compositor</translation>
    </message>
    <message>
        <source>Open Marginwatch</source>
        <translation>Marginwatch öffnen</translation>
    </message>
    <message>
        <source>Three positions</source>
        <translation>Drei Positionen</translation>
    </message>
</context>
<context>
    <name>ui.override_page</name>
    <message>
        <source>Add limits</source>
        <translation>Grenzen hinzufügen</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Jedes Konto</translation>
    </message>
    <message>
        <source>Any symbol</source>
        <translation>Jedes Symbol</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Distance, below</source>
        <translation>Abstand, unter</translation>
    </message>
    <message>
        <source>Funding in 8 hours, from</source>
        <translation>Funding in 8 Stunden, ab</translation>
    </message>
    <message>
        <source>Funding in 8 hours, share of the value</source>
        <translation>Funding in 8 Stunden, Anteil am Wert</translation>
    </message>
    <message>
        <source>Margin ratio, from</source>
        <translation>Margin-Quote, ab</translation>
    </message>
    <message>
        <source>Other limits for an account, a symbol, or one side of it. Where several fit, the narrowest counts. A margin ratio belongs to an account&apos;s pool: give it with an account only.</source>
        <translation>Andere Grenzen für ein Konto, ein Symbol oder eine Richtung davon. Wo mehrere passen, zählt die engste. Eine Margin-Quote gehört zum Pool eines Kontos: nur mit einem Konto angeben.</translation>
    </message>
    <message>
        <source>{word} below this distance</source>
        <translation>{word} unter diesem Abstand</translation>
    </message>
    <message>
        <source>{word} from this margin ratio</source>
        <translation>{word} ab dieser Margin-Quote</translation>
    </message>
</context>
<context>
    <name>ui.panes</name>
    <message>
        <source>Border between positions and alerts</source>
        <translation>Grenze zwischen Positionen und Alarmen</translation>
    </message>
    <message>
        <source>Border between positions and detail</source>
        <translation>Grenze zwischen Positionen und Details</translation>
    </message>
</context>
<context>
    <name>ui.plain_table</name>
    <message>
        <source>The usual columns</source>
        <translation>Die üblichen Spalten</translation>
    </message>
</context>
<context>
    <name>ui.plan_sheet</name>
    <message>
        <source>At the taker rate and today&apos;s price.</source>
        <translation>Zum Taker-Satz und heutigen Preis.</translation>
    </message>
    <message>
        <source>At today&apos;s rate; + is received.</source>
        <translation>Zur heutigen Rate; + wird erhalten.</translation>
    </message>
    <message>
        <source>By the venue&apos;s own rules, other marks standing still.</source>
        <translation>Nach den Regeln der Börse, bei stillstehenden anderen Markpreise.</translation>
    </message>
    <message>
        <source>Equity before</source>
        <translation>Equity vorher</translation>
    </message>
    <message>
        <source>Fees of both orders included. A jump can leap over the stop.</source>
        <translation>Gebühren beider Orders eingerechnet. Ein Sprung kann den Stop überspringen.</translation>
    </message>
    <message>
        <source>Fees, in and out</source>
        <translation>Gebühren, hinein und heraus</translation>
    </message>
    <message>
        <source>From the price of the entry, rounded down.</source>
        <translation>Vom Einstiegspreis, abgerundet.</translation>
    </message>
    <message>
        <source>Funding per day [{settle}]</source>
        <translation>Funding pro Tag [{settle}]</translation>
    </message>
    <message>
        <source>How far the account&apos;s nearest other liquidation would be afterwards.</source>
        <translation>Wie weit die nächste andere Liquidation des Kontos danach entfernt wäre.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kurz gesagt</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>Liquidationspreis</translation>
    </message>
    <message>
        <source>Loss at the stop [{settle}]</source>
        <translation>Verlust am Stop [{settle}]</translation>
    </message>
    <message>
        <source>Margin it binds</source>
        <translation>Gebundene Margin</translation>
    </message>
    <message>
        <source>Margin ratio before, after</source>
        <translation>Margin-Quote vorher, nachher</translation>
    </message>
    <message>
        <source>Most that can be lost [{settle}]</source>
        <translation>Höchster möglicher Verlust [{settle}]</translation>
    </message>
    <message>
        <source>Nearest other position then</source>
        <translation>Nächste andere Position dann</translation>
    </message>
    <message>
        <source>Of the account, in that currency.</source>
        <translation>Des Kontos, in dieser Währung.</translation>
    </message>
    <message>
        <source>Of the pool it lies in: 100 % is liquidation.</source>
        <translation>Des Pools, in dem sie liegt: 100 % ist die Liquidation.</translation>
    </message>
    <message>
        <source>Ranges, found on Bitcoin 2017–2023. Unknown while the contract&apos;s volatility has not been read.</source>
        <translation>Spannen, ermittelt an Bitcoin 2017–2023. Unbekannt, solange die Volatilität des Kontrakts nicht gelesen ist.</translation>
    </message>
    <message>
        <source>Rounded down to the lot; with what is held already in the same position.</source>
        <translation>Auf das Lot abgerundet; mit dem, was in derselben Position schon gehalten wird.</translation>
    </message>
    <message>
        <source>Size [{coin}]</source>
        <translation>Größe [{coin}]</translation>
    </message>
    <message>
        <source>The account as it was read last, with the trade in it.</source>
        <translation>Das Konto, wie zuletzt gelesen, mit dem Trade darin.</translation>
    </message>
    <message>
        <source>The isolated margin, or the wallet behind a cross pool. Not what a venue may claim beyond.</source>
        <translation>Die Isolated-Margin oder das Wallet hinter einem Cross-Pool. Nicht, was eine Börse darüber hinaus fordern kann.</translation>
    </message>
    <message>
        <source>Touched within 24 hours, 7 days</source>
        <translation>Berührt in 24 Stunden, 7 Tagen</translation>
    </message>
    <message>
        <source>Value over the leverage.</source>
        <translation>Wert durch den Hebel.</translation>
    </message>
    <message>
        <source>What it does to the account [{settle}]</source>
        <translation>Was er mit dem Konto macht [{settle}]</translation>
    </message>
    <message>
        <source>What the trade would be if it were made now. Nothing is ordered.</source>
        <translation>Was der Trade wäre, würde er jetzt gemacht. Nichts wird geordert.</translation>
    </message>
    <message>
        <source>{share} of the account</source>
        <translation>{share} des Kontos</translation>
    </message>
</context>
<context>
    <name>ui.popup</name>
    <message>
        <source>Alert window</source>
        <translation>Alarmfenster</translation>
    </message>
    <message>
        <source>Marginwatch alert</source>
        <translation>Marginwatch-Alarm</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>The cause is gone. It stays in the feed until it is acknowledged.</source>
        <translation>Die Ursache ist vorbei. Er bleibt in den Meldungen, bis er quittiert ist.</translation>
    </message>
    <message>
        <source>{count} more: {parts}</source>
        <translation>{count} weitere: {parts}</translation>
    </message>
</context>
<context>
    <name>ui.position_sheet</name>
    <message>
        <source>, {age} old</source>
        <translation>, {age} alt</translation>
    </message>
    <message>
        <source>A jump through the liquidation price: what is lost, what is missing. It does not say how likely it is.</source>
        <translation>Ein Sprung durch den Liquidationspreis: was verloren ist, was fehlt. Es sagt nicht, wie wahrscheinlich das ist.</translation>
    </message>
    <message>
        <source>Accrued of it</source>
        <translation>Davon aufgelaufen</translation>
    </message>
    <message>
        <source>At the next settlement; + is received.</source>
        <translation>Bei der nächsten Abrechnung; + wird erhalten.</translation>
    </message>
    <message>
        <source>At today&apos;s rate, which will change.</source>
        <translation>Zur heutigen Rate, die sich ändern wird.</translation>
    </message>
    <message>
        <source>Bankruptcy price</source>
        <translation>Konkurspreis</translation>
    </message>
    <message>
        <source>Best case, nothing kept</source>
        <translation>Bester Fall, nichts einbehalten</translation>
    </message>
    <message>
        <source>Best case, rest kept</source>
        <translation>Bester Fall, Rest bleibt</translation>
    </message>
    <message>
        <source>By funding alone, with no price move.</source>
        <translation>Allein durch Funding, ohne Preisbewegung.</translation>
    </message>
    <message>
        <source>By the venue&apos;s published rate; a dash: not published or not read.</source>
        <translation>Nach dem veröffentlichten Satz der Börse; ein Strich: nicht veröffentlicht oder nicht gelesen.</translation>
    </message>
    <message>
        <source>By the venue&apos;s rate; a dash: not published or not read. Source: {source}.</source>
        <translation>Nach dem Satz der Börse; ein Strich: nicht veröffentlicht oder nicht gelesen. Quelle: {source}.</translation>
    </message>
    <message>
        <source>Distance in daily moves</source>
        <translation>Abstand in Tagesbewegungen</translation>
    </message>
    <message>
        <source>Filled at the liquidation price, the fee paid, the rest kept; isolated positions only.</source>
        <translation>Zum Liquidationspreis ausgeführt, Gebühr bezahlt, Rest behalten; nur Isolated-Positionen.</translation>
    </message>
    <message>
        <source>From the mark to the liquidation price, and what is taken. It does not say that the order fills there.</source>
        <translation>Vom Markpreis bis zum Liquidationspreis, und was genommen wird. Es sagt nicht, dass die Order dort ausgeführt wird.</translation>
    </message>
    <message>
        <source>From the mark to the liquidation price, of this position alone; − where this leg of a hedge wins.</source>
        <translation>Vom Markpreis bis zum Liquidationspreis, nur dieser Position; − wo diese Seite einer Absicherung gewinnt.</translation>
    </message>
    <message>
        <source>Funding [{settle}]</source>
        <translation>Funding [{settle}]</translation>
    </message>
    <message>
        <source>Funding alone brings it there in</source>
        <translation>Funding allein bringt sie dorthin in</translation>
    </message>
    <message>
        <source>Half of all paths touch within</source>
        <translation>Die Hälfte aller Pfade berührt in</translation>
    </message>
    <message>
        <source>How likely liquidation is touched</source>
        <translation>Wie wahrscheinlich die Liquidation berührt wird</translation>
    </message>
    <message>
        <source>If it is liquidated [{settle}]</source>
        <translation>Wenn sie liquidiert wird [{settle}]</translation>
    </message>
    <message>
        <source>If nothing of what is left comes back. Not the worst if fills go beyond bankruptcy.</source>
        <translation>Wenn vom Rest nichts zurückkommt. Nicht das Schlimmste, falls jenseits des Konkurses ausgeführt wird.</translation>
    </message>
    <message>
        <source>If the price jumps through it [{settle}]</source>
        <translation>Wenn der Preis hindurchspringt [{settle}]</translation>
    </message>
    <message>
        <source>In standard deviations of one day: below 2 is near. It knows no direction.</source>
        <translation>In Standardabweichungen eines Tages: unter 2 ist nah. Eine Richtung kennt es nicht.</translation>
    </message>
    <message>
        <source>Liquidation fee</source>
        <translation>Liquidationsgebühr</translation>
    </message>
    <message>
        <source>Liquidation price moves per day</source>
        <translation>Liquidationspreis wandert pro Tag</translation>
    </message>
    <message>
        <source>Loss up to liquidation</source>
        <translation>Verlust bis zur Liquidation</translation>
    </message>
    <message>
        <source>Margin left there</source>
        <translation>Dort verbleibende Margin</translation>
    </message>
    <message>
        <source>Missing on average, when fills scatter by {fill_std} there: {mean} {settle}.</source>
        <translation>Fehlt im Mittel, wenn Ausführungen dort um {fill_std} streuen: {mean} {settle}.</translation>
    </message>
    <message>
        <source>Most, of today&apos;s equity</source>
        <translation>Höchstens, von heutiger Equity</translation>
    </message>
    <message>
        <source>Most, of what was put in</source>
        <translation>Höchstens, vom Einsatz</translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation>Nächste Zahlung</translation>
    </message>
    <message>
        <source>On which day, if the price stands still. A jumped rate is 0.2193 % for 8 hours against you, as it was for XRP in December 2021; never means at this rate.</source>
        <translation>An welchem Tag, wenn der Preis stillsteht. Eine gesprungene Rate sind 0.2193 % je 8 Stunden gegen Sie, wie bei XRP im Dezember 2021; nie heißt bei dieser Rate.</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Pro Tag</translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Pro Woche</translation>
    </message>
    <message>
        <source>Ranges, never one figure: the true chance may still lie outside. Nothing is done meanwhile.</source>
        <translation>Spannen, nie eine einzelne Zahl: Die wahre Chance kann dennoch außerhalb liegen. Inzwischen wird nichts getan.</translation>
    </message>
    <message>
        <source>Recent hours and the last 90 days together. It rises in crashes, afterwards.</source>
        <translation>Die letzten Stunden und die letzten 90 Tage zusammen. In Crashs steigt sie, hinterher.</translation>
    </message>
    <message>
        <source>Risk beyond liquidation</source>
        <translation>Risiko jenseits der Liquidation</translation>
    </message>
    <message>
        <source>The median, by the model. Half of them touch earlier.</source>
        <translation>Der Median, nach dem Modell. Die Hälfte berührt früher.</translation>
    </message>
    <message>
        <source>The part whose time has gone; not owed before.</source>
        <translation>Der Teil, dessen Zeit vergangen ist; vorher nicht geschuldet.</translation>
    </message>
    <message>
        <source>Unknown: {why}.</source>
        <translation>Unbekannt: {why}.</translation>
    </message>
    <message>
        <source>Volatility a year</source>
        <translation>Volatilität im Jahr</translation>
    </message>
    <message>
        <source>What funding costs at today&apos;s rate. It does not say that the rate stays.</source>
        <translation>Was Funding zur heutigen Rate kostet. Es sagt nicht, dass die Rate bleibt.</translation>
    </message>
    <message>
        <source>What is missing is borne by: {bearer} ({status}).</source>
        <translation>Was fehlt, tragen: {bearer} ({status}).</translation>
    </message>
    <message>
        <source>What really happened when the model said so much, on Bitcoin 2017–2023. Not a promise for this coin.</source>
        <translation>Was wirklich geschah, wenn das Modell so viel sagte, an Bitcoin 2017–2023. Kein Versprechen für diesen Coin.</translation>
    </message>
    <message>
        <source>What the venue requires at that moment: of this it takes its fee, and some keep all of it.</source>
        <translation>Was die Börse in diesem Moment verlangt: Davon nimmt sie ihre Gebühr, und manche behalten alles.</translation>
    </message>
    <message>
        <source>Where nothing is left of the margin. It is not where the venue begins to close.</source>
        <translation>Wo von der Margin nichts übrig ist. Nicht, wo die Börse zu schließen beginnt.</translation>
    </message>
    <message>
        <source>While the market stands still: payments come out of the margin behind it.</source>
        <translation>Während der Markt stillsteht: Zahlungen kommen aus der Margin dahinter.</translation>
    </message>
    <message>
        <source>Who bears what is missing: {borne_by}.</source>
        <translation>Wer trägt, was fehlt: {borne_by}.</translation>
    </message>
    <message>
        <source>Within {hours}</source>
        <translation>Innerhalb {hours}</translation>
    </message>
    <message>
        <source>at this rate</source>
        <translation>bei dieser Rate</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>if it jumps</source>
        <translation>wenn sie springt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>{jump:.0f} % beyond</source>
        <translation>{jump:.0f} % darüber hinaus</translation>
    </message>
</context>
<context>
    <name>ui.positions_pane</name>
    <message>
        <source>Columns, groups, views, export</source>
        <translation>Spalten, Gruppen, Ansichten, Export</translation>
    </message>
    <message>
        <source>Copied {positions}, with the names of the figures.</source>
        <translation>{positions} kopiert, mit den Namen der Zahlen.</translation>
    </message>
    <message>
        <source>Export positions</source>
        <translation>Positionen exportieren</translation>
    </message>
    <message>
        <source>Filter (/)</source>
        <translation>Filter (/)</translation>
    </message>
    <message>
        <source>Filter positions by symbol or account</source>
        <translation>Positionen nach Symbol oder Konto filtern</translation>
    </message>
    <message>
        <source>Filter symbol or account</source>
        <translation>Symbol oder Konto</translation>
    </message>
    <message>
        <source>Nothing is copied: no position is selected.</source>
        <translation>Nichts kopiert: Keine Position ist gewählt.</translation>
    </message>
    <message>
        <source>nearest liquidation first</source>
        <translation>nächste Liquidation zuerst</translation>
    </message>
    <message>
        <source>{count} position</source>
        <translation>{count} Position</translation>
    </message>
    <message>
        <source>{count} positions</source>
        <translation>{count} Positionen</translation>
    </message>
    <message>
        <source>{positions} written to {name}.</source>
        <translation>{positions} nach {name} geschrieben.</translation>
    </message>
</context>
<context>
    <name>ui.positions_table</name>
    <message>
        <source>Positions, nearest liquidation first</source>
        <translation>Positionen, nächste Liquidation zuerst</translation>
    </message>
</context>
<context>
    <name>ui.price_ladder</name>
    <message>
        <source>Cannot be computed: {unknown}.</source>
        <translation>Nicht zu berechnen: {unknown}.</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird gerechnet …</translation>
    </message>
    <message>
        <source>LIQUIDATION</source>
        <translation>LIQUIDATION</translation>
    </message>
    <message>
        <source>Margin ratio after</source>
        <translation>Quote danach</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Kurs ±</translation>
    </message>
    <message>
        <source>PnL change</source>
        <translation>PnL ±</translation>
    </message>
    <message>
        <source>What if the price moves</source>
        <translation>Wenn sich der Preis bewegt</translation>
    </message>
    <message>
        <source>What if the price moves: nothing to show</source>
        <translation>Wenn sich der Preis bewegt: nichts zu zeigen</translation>
    </message>
    <message>
        <source>What if the price of {symbol} moves, margin ratio after: {told}</source>
        <translation>Wenn sich der Preis von {symbol} bewegt, Margin-Quote danach: {told}</translation>
    </message>
    <message>
        <source>last known figures</source>
        <translation>letzte bekannte Zahlen</translation>
    </message>
    <message>
        <source>other marks stand still</source>
        <translation>andere Markpreise stehen still</translation>
    </message>
</context>
<context>
    <name>ui.price_page</name>
    <message>
        <source>A note to yourself</source>
        <translation>Eine Notiz an Sie selbst</translation>
    </message>
    <message>
        <source>Account whose venue tells the price</source>
        <translation>Konto, dessen Börse den Preis nennt</translation>
    </message>
    <message>
        <source>Add an account first: its venue tells the price.</source>
        <translation>Fügen Sie zuerst ein Konto hinzu: Seine Börse nennt den Preis.</translation>
    </message>
    <message>
        <source>Add price alert</source>
        <translation>Preisalarm hinzufügen</translation>
    </message>
    <message>
        <source>Arm again</source>
        <translation>Wieder scharf</translation>
    </message>
    <message>
        <source>For any symbol of the account&apos;s venue: by the mark price where a position is open in it, else by the last trade. It is a reminder, not a guard: liquidation is watched all the same.</source>
        <translation>Für jedes Symbol der Börse des Kontos: nach dem Markpreis, wo eine Position darin offen ist, sonst nach dem letzten Trade. Eine Erinnerung, keine Wache: Die Liquidation wird ohnehin überwacht.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Spoke on {when} at {price} and is silent since.</source>
        <translation>Hat am {when} bei {price} gemeldet und schweigt seitdem.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>crosses</source>
        <translation>kreuzt</translation>
    </message>
    <message>
        <source>each time</source>
        <translation>jedes Mal</translation>
    </message>
    <message>
        <source>falls below</source>
        <translation>fällt unter</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>rises above</source>
        <translation>steigt über</translation>
    </message>
</context>
<context>
    <name>ui.rescue_sheet</name>
    <message>
        <source> (assumed)</source>
        <translation> (angenommen)</translation>
    </message>
    <message>
        <source>, beyond the bankruptcy price: somebody is missing money</source>
        <translation>, jenseits des Konkurspreises: jemandem fehlt Geld</translation>
    </message>
    <message>
        <source>A liquidation order of this size would fill at {fills}{thin}{beyond}.</source>
        <translation>Eine Liquidationsorder dieser Größe würde ausgeführt zu {fills}{thin}{beyond}.</translation>
    </message>
    <message>
        <source>A liquidation order of this size would fill at {price} on average; a tenth of the book does not hold all of it.</source>
        <translation>Ein Liquidationsauftrag dieser Größe würde im Mittel bei {price} ausgeführt; ein Zehntel des Buchs hält nicht alles davon.</translation>
    </message>
    <message>
        <source>At {depth:.0f} % of the depth</source>
        <translation>Bei {depth:.0f} % der Tiefe</translation>
    </message>
    <message>
        <source>Before liquidation, the nearest first. It does not say at which price they fill.</source>
        <translation>Vor der Liquidation, der nächste zuerst. Es sagt nicht, zu welchem Preis sie ausgeführt werden.</translation>
    </message>
    <message>
        <source>Beside lines of a beginner&apos;s article. They are there to compare, not advice.</source>
        <translation>Neben Linien aus einem Artikel für Einsteiger. Zum Vergleichen, keine Empfehlung.</translation>
    </message>
    <message>
        <source>By the visible book, level by level. Hidden orders and other people&apos;s liquidations are not in it.</source>
        <translation>Nach dem sichtbaren Orderbuch, Stufe um Stufe. Verborgene Orders und Liquidationen anderer sind nicht darin.</translation>
    </message>
    <message>
        <source>Closing all of it at once</source>
        <translation>Alles auf einmal schließen</translation>
    </message>
    <message>
        <source>Costs {amount} {settle} now, and {fee} in fees.</source>
        <translation>Kostet jetzt {amount} {settle}, dazu {fee} Gebühren.</translation>
    </message>
    <message>
        <source>Counted from entry, slippage included.</source>
        <translation>Vom Einstieg an gezählt, Slippage eingerechnet.</translation>
    </message>
    <message>
        <source>Effective leverage</source>
        <translation>Effektiver Hebel</translation>
    </message>
    <message>
        <source>Either is enough; rounded up to whole lots, one lot less misses it.</source>
        <translation>Eines von beiden genügt; auf ganze Lots aufgerundet, ein Lot weniger verfehlt es.</translation>
    </message>
    <message>
        <source>For {goal}</source>
        <translation>Für {goal}</translation>
    </message>
    <message>
        <source>For {goal}: {back} contracts, if the released margin is put back.</source>
        <translation>Für {goal}: {back} Kontrakte, wenn die freie Margin zurückgelegt wird.</translation>
    </message>
    <message>
        <source>From the order book; assumed where it has not been read or does not hold the whole size.</source>
        <translation>Aus dem Orderbuch; angenommen, wo es nicht gelesen wurde oder nicht die ganze Größe hält.</translation>
    </message>
    <message>
        <source>How large it is</source>
        <translation>Wie groß sie ist</translation>
    </message>
    <message>
        <source>In its pool this is the position to cut first: the most room per unit closed</source>
        <translation>In ihrem Pool ist diese Position zuerst abzubauen: der meiste Spielraum je geschlossener Einheit</translation>
    </message>
    <message>
        <source>Isolated, touched in {span}, by the model; the true chance is rather higher.</source>
        <translation>Isolated, berührt in {span}, nach dem Modell; die wahre Chance ist eher höher.</translation>
    </message>
    <message>
        <source>It hedges its pool: closing it makes things worse</source>
        <translation>Sie sichert ihren Pool ab: Sie zu schließen macht es schlimmer</translation>
    </message>
    <message>
        <source>Its trigger price.</source>
        <translation>Ihr Auslösepreis.</translation>
    </message>
    <message>
        <source>Largest leverage</source>
        <translation>Größter Hebel</translation>
    </message>
    <message>
        <source>Loss at the stops [{settle}]</source>
        <translation>Verlust an den Stops [{settle}]</translation>
    </message>
    <message>
        <source>Margin [{settle}]</source>
        <translation>Margin [{settle}]</translation>
    </message>
    <message>
        <source>Margin over the account&apos;s equity.</source>
        <translation>Margin durch die Equity des Kontos.</translation>
    </message>
    <message>
        <source>Margin to add or contracts to close. Fees of closing come on top; it places no order.</source>
        <translation>Margin zum Nachschießen oder Kontrakte zum Schließen. Gebühren des Schließens kommen hinzu; keine Order wird aufgegeben.</translation>
    </message>
    <message>
        <source>Nearest stop</source>
        <translation>Nächster Stop</translation>
    </message>
    <message>
        <source>No fault was found in its stops.</source>
        <translation>An ihren Stops wurde kein Fehler gefunden.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now (book {age} old)</source>
        <translation>Jetzt (Orderbuch {age} alt)</translation>
    </message>
    <message>
        <source>On 2025-10-10 there were such books. It supposes that all levels thin out alike.</source>
        <translation>Am 2025-10-10 gab es solche Orderbücher. Es nimmt an, dass alle Stufen gleich ausdünnen.</translation>
    </message>
    <message>
        <source>Our score</source>
        <translation>Unser Punktwert</translation>
    </message>
    <message>
        <source>Queue of auto-deleveraging</source>
        <translation>Warteschlange des Auto-Deleveraging</translation>
    </message>
    <message>
        <source>Scale: {scale}.</source>
        <translation>Skala: {scale}.</translation>
    </message>
    <message>
        <source>Share of the account&apos;s equity.</source>
        <translation>Anteil an der Equity des Kontos.</translation>
    </message>
    <message>
        <source>Size that stops close in time</source>
        <translation>Größe, die Stops rechtzeitig schließen</translation>
    </message>
    <message>
        <source>Slippage reckoned with</source>
        <translation>Gerechnete Slippage</translation>
    </message>
    <message>
        <source>Stop audit</source>
        <translation>Stop-Prüfung</translation>
    </message>
    <message>
        <source>The line to compare with is {line}: an article&apos;s, not advice; it can be moved.</source>
        <translation>Die Vergleichslinie ist {line}: aus einem Artikel, keine Empfehlung; sie ist verstellbar.</translation>
    </message>
    <message>
        <source>The venue gives none.</source>
        <translation>Die Börse nennt keinen.</translation>
    </message>
    <message>
        <source>The venue&apos;s rank</source>
        <translation>Rang laut Börse</translation>
    </message>
    <message>
        <source>Unknown is not none.</source>
        <translation>Unbekannt heißt nicht keine.</translation>
    </message>
    <message>
        <source>Value over the equity behind it, whatever leverage is set.</source>
        <translation>Wert durch die Equity dahinter, gleich welcher Hebel eingestellt ist.</translation>
    </message>
    <message>
        <source>What a tenth of the book holds of it would fill beyond the bankruptcy price.</source>
        <translation>Was ein Zehntel des Buchs davon hält, würde jenseits des Konkurspreises ausgeführt.</translation>
    </message>
    <message>
        <source>What the book gives for the whole size, now and when it is thin; not how deep it will be.</source>
        <translation>Was das Orderbuch für die ganze Größe gibt, jetzt und ausgedünnt; nicht, wie tief es sein wird.</translation>
    </message>
    <message>
        <source>What the book holds of it costs {amount} {settle}, and {fee} in fees.</source>
        <translation>Was das Buch davon hält, kostet {amount} {settle} und {fee} Gebühren.</translation>
    </message>
    <message>
        <source>What this trade binds.</source>
        <translation>Was dieser Trade bindet.</translation>
    </message>
    <message>
        <source>What would rescue it [{settle}, contracts]</source>
        <translation>Was sie retten würde [{settle}, Kontrakte]</translation>
    </message>
    <message>
        <source>Whether the stops help in time. A jump can still leap over them.</source>
        <translation>Ob die Stops rechtzeitig helfen. Ein Sprung kann sie dennoch überspringen.</translation>
    </message>
    <message>
        <source>Who is reduced first when the insurance fund is empty. Ranks move without you doing anything.</source>
        <translation>Wer zuerst verkleinert wird, wenn der Versicherungsfonds leer ist. Ränge ändern sich ohne Ihr Zutun.</translation>
    </message>
    <message>
        <source>add</source>
        <translation>nachschießen</translation>
    </message>
    <message>
        <source>average</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>of its margin</source>
        <translation>von ihrer Margin</translation>
    </message>
    <message>
        <source>of the account</source>
        <translation>des Kontos</translation>
    </message>
    <message>
        <source>or close</source>
        <translation>oder schließen</translation>
    </message>
    <message>
        <source>slippage</source>
        <translation>Slippage</translation>
    </message>
    <message>
        <source>{chance:.0f} of 100 cases in {days:g} days</source>
        <translation>{chance:.0f} von 100 Fällen in {days:g} Tagen</translation>
    </message>
    <message>
        <source>{formula}. It says what raises it, not your place.</source>
        <translation>{formula}. Es sagt, was ihn erhöht, nicht Ihren Platz.</translation>
    </message>
    <message>
        <source>{price} on average, in a tenth of the book at </source>
        <translation>im Mittel {price}, in einem Zehntel des Orderbuchs zu </translation>
    </message>
    <message>
        <source>{score} (estimate)</source>
        <translation>{score} (Schätzung)</translation>
    </message>
    <message>
        <source>{value} away</source>
        <translation>{value} Abstand</translation>
    </message>
</context>
<context>
    <name>ui.risk_columns</name>
    <message>
        <source>ADL</source>
        <translation>ADL</translation>
    </message>
    <message>
        <source>All that can be lost: the isolated margin, or the whole wallet behind a cross pool. What a venue may claim beyond it is not in here.</source>
        <translation>Alles, was verloren gehen kann: die Isolated-Margin oder das ganze Wallet hinter einem Cross-Pool. Was eine Börse darüber hinaus fordern kann, ist nicht darin.</translation>
    </message>
    <message>
        <source>At today&apos;s rate; + is received, − is paid. It does not say that the rate stays.</source>
        <translation>Zur heutigen Rate; + wird erhalten, − bezahlt. Es sagt nicht, dass die Rate bleibt.</translation>
    </message>
    <message>
        <source>Exit cost</source>
        <translation>Ausstiegskosten</translation>
    </message>
    <message>
        <source>Formula: {formula}. Source: {source}.</source>
        <translation>Formel: {formula}. Quelle: {source}.</translation>
    </message>
    <message>
        <source>From today&apos;s equity, liquidated with all that is left taken: {most} {settle}.</source>
        <translation>Von der heutigen Equity, liquidiert und aller Rest genommen: {most} {settle}.</translation>
    </message>
    <message>
        <source>Funding per day</source>
        <translation>Funding pro Tag</translation>
    </message>
    <message>
        <source>Gap loss at 10 %</source>
        <translation>Sprung 10 %</translation>
    </message>
    <message>
        <source>How often such a distance was touched within 24 hours, as a range. It was found on Bitcoin 2017–2023 and says nothing about the next crash.</source>
        <translation>Wie oft ein solcher Abstand in 24 Stunden berührt wurde, als Spanne. Gefunden an Bitcoin 2017–2023; über den nächsten Crash sagt es nichts.</translation>
    </message>
    <message>
        <source>In its pool this position gives the most room per unit closed.</source>
        <translation>In ihrem Pool bringt diese Position den meisten Spielraum je geschlossener Einheit.</translation>
    </message>
    <message>
        <source>Isolated, {most} is the largest that is touched in {chance:.0f} of 100 cases within {days:g} days.</source>
        <translation>Isolated ist {most} der größte, der in {chance:.0f} von 100 Fällen binnen {days:g} Tagen berührt wird.</translation>
    </message>
    <message>
        <source>Its order book is {age} old. </source>
        <translation>Ihr Orderbuch ist {age} alt. </translation>
    </message>
    <message>
        <source>Loss at stops</source>
        <translation>Verlust am Stop</translation>
    </message>
    <message>
        <source>Margin to add, or contracts to close, to reach the chosen distance; fees of closing come on top.</source>
        <translation>Margin zum Nachschießen oder Kontrakte zum Schließen, um den gewählten Abstand zu erreichen; Gebühren des Schließens kommen hinzu.</translation>
    </message>
    <message>
        <source>Max loss</source>
        <translation>Max. Verlust</translation>
    </message>
    <message>
        <source>Share of account</source>
        <translation>Anteil am Konto</translation>
    </message>
    <message>
        <source>Stops covered</source>
        <translation>Stops decken</translation>
    </message>
    <message>
        <source>The goal: {value} away.</source>
        <translation>Das Ziel: {value} Abstand.</translation>
    </message>
    <message>
        <source>The line to compare with is {line}.</source>
        <translation>Vergleichslinie: {line}.</translation>
    </message>
    <message>
        <source>The loss if the price jumps 10 % through the liquidation price, and what is missing beyond the margin. It does not say how likely such a jump is.</source>
        <translation>Der Verlust, wenn der Preis 10 % durch den Liquidationspreis springt, und was über die Margin hinaus fehlt. Es sagt nicht, wie wahrscheinlich ein solcher Sprung ist.</translation>
    </message>
    <message>
        <source>The margin behind this one trade over the equity of its account. The lines are there to compare.</source>
        <translation>Die Margin hinter diesem einen Trade, durch die Equity seines Kontos. Die Linien dienen dem Vergleich.</translation>
    </message>
    <message>
        <source>The share of the size that stops close before liquidation. It does not say at which price they fill.</source>
        <translation>Der Anteil der Größe, den Stops vor der Liquidation schließen. Es sagt nicht, zu welchem Preis sie ausgeführt werden.</translation>
    </message>
    <message>
        <source>The venue&apos;s scale: {scale}.</source>
        <translation>Skala der Börse: {scale}.</translation>
    </message>
    <message>
        <source>Touch 24 h</source>
        <translation>Berührung 24 h</translation>
    </message>
    <message>
        <source>Value over the equity behind it, whatever leverage is set. The lines are there to compare, not advice.</source>
        <translation>Wert durch die Equity dahinter, gleich welcher Hebel eingestellt ist. Die Linien dienen zum Vergleichen, keine Empfehlung.</translation>
    </message>
    <message>
        <source>Volatility read {age} ago.</source>
        <translation>Volatilität gelesen vor {age}.</translation>
    </message>
    <message>
        <source>What closing all of it at once costs by the visible order book, fees aside. In a crash the book is thinner: see the Risk tab.</source>
        <translation>Was alles auf einmal zu schließen kostet, nach dem sichtbaren Orderbuch, ohne Gebühren. Im Crash ist es dünner: siehe Reiter Risiko.</translation>
    </message>
    <message>
        <source>What is lost when the stops close it, from the entry, slippage included. A jump can leap over a stop.</source>
        <translation>Was verloren geht, wenn die Stops schließen, ab dem Einstieg und mit Slippage. Ein Kurssprung kann über einen Stop hinweggehen.</translation>
    </message>
    <message>
        <source>Where this position stands in the queue of those reduced when the insurance fund is empty. Scales of venues are not alike.</source>
        <translation>Wo diese Position in der Schlange derer steht, die bei leerem Versicherungsfonds verkleinert werden. Die Skalen der Börsen sind verschieden.</translation>
    </message>
    <message>
        <source>Who bears what is missing: {borne_by} ({status}).</source>
        <translation>Wer trägt, was fehlt: {borne_by} ({status}).</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>gedeckt</translation>
    </message>
    <message>
        <source>cross wallet</source>
        <translation>Cross-Wallet</translation>
    </message>
    <message>
        <source>far enough</source>
        <translation>weit genug</translation>
    </message>
    <message>
        <source>is reduced first</source>
        <translation>ist zuerst dran</translation>
    </message>
    <message>
        <source>its margin</source>
        <translation>ihre Margin</translation>
    </message>
    <message>
        <source>missing: —</source>
        <translation>fehlt: —</translation>
    </message>
    <message>
        <source>no warning</source>
        <translation>keine Warnung</translation>
    </message>
    <message>
        <source>or cut {contracts}</source>
        <translation>oder −{contracts}</translation>
    </message>
    <message>
        <source>venue&apos;s scale</source>
        <translation>Börsenskala</translation>
    </message>
    <message>
        <source>{count} warning</source>
        <translation>{count} Warnung</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} Warnungen</translation>
    </message>
    <message>
        <source>{far:,.1f} daily moves</source>
        <translation>{far:,.1f} Tagesbew.</translation>
    </message>
    <message>
        <source>{missing} missing</source>
        <translation>{missing} fehlt</translation>
    </message>
    <message>
        <source>{share} of margin</source>
        <translation>{share} der Margin</translation>
    </message>
    <message>
        <source>{week} a week</source>
        <translation>{week} pro Woche</translation>
    </message>
</context>
<context>
    <name>ui.risk_pane</name>
    <message>
        <source>Risk of the position</source>
        <translation>Risiko der Position</translation>
    </message>
    <message>
        <source>Risk of the selected position and its account</source>
        <translation>Risiko der gewählten Position und ihres Kontos</translation>
    </message>
    <message>
        <source>Select a position to see what can be lost with it.</source>
        <translation>Wählen Sie eine Position, um zu sehen, was mit ihr verloren gehen kann.</translation>
    </message>
</context>
<context>
    <name>ui.risk_words</name>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 Stunden</translation>
    </message>
    <message>
        <source>isolated {symbol} {side}</source>
        <translation>isolated {symbol} {side}</translation>
    </message>
    <message>
        <source>only the 500 positions nearest to liquidation, proven open, are reckoned in full</source>
        <translation>nur die 500 nachweislich offenen Positionen, die der Liquidation am nächsten sind, werden ganz gerechnet</translation>
    </message>
    <message>
        <source>{part} left over</source>
        <translation>{part} Rest</translation>
    </message>
</context>
<context>
    <name>ui.rule_pages</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>300 s are the most: silence is never safety</source>
        <translation>höchstens 300 s: Stille ist nie Sicherheit</translation>
    </message>
    <message>
        <source>Also tell about</source>
        <translation>Auch melden</translation>
    </message>
    <message>
        <source>Auto-deleveraging</source>
        <translation>Auto-Deleveraging</translation>
    </message>
    <message>
        <source>Data older than this is Critical</source>
        <translation>Ältere Daten sind Kritisch</translation>
    </message>
    <message>
        <source>Data older than this is Danger</source>
        <translation>Ältere Daten sind Gefahr</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop-Benachrichtigungen</translation>
    </message>
    <message>
        <source>Funding that jumps</source>
        <translation>Springendes Funding</translation>
    </message>
    <message>
        <source>Funding that jumps, in a day, share of the value</source>
        <translation>Springendes Funding, an einem Tag, Anteil am Wert</translation>
    </message>
    <message>
        <source>Funding that jumps, so many times the usual</source>
        <translation>Springendes Funding, so viel Mal das Übliche</translation>
    </message>
    <message>
        <source>Funding, from</source>
        <translation>Funding, ab</translation>
    </message>
    <message>
        <source>Jump of funding, from</source>
        <translation>Funding-Sprung, ab</translation>
    </message>
    <message>
        <source>Jump of funding, times the usual</source>
        <translation>Funding-Sprung, Vielfaches des Üblichen</translation>
    </message>
    <message>
        <source>Ladder of distances</source>
        <translation>Leiter der Abstände</translation>
    </message>
    <message>
        <source>Let volatility and the way already gone have a say</source>
        <translation>Volatilität und zurückgelegten Weg berücksichtigen</translation>
    </message>
    <message>
        <source>Old data is Critical after</source>
        <translation>Alte Daten sind Kritisch nach</translation>
    </message>
    <message>
        <source>Old data is Danger after</source>
        <translation>Alte Daten sind Gefahr nach</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>An diesem Rechner</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Rescue distance</source>
        <translation>Rettungsabstand</translation>
    </message>
    <message>
        <source>Send a test alarm</source>
        <translation>Testalarm senden</translation>
    </message>
    <message>
        <source>Send a {word} test alarm through every channel</source>
        <translation>Testalarm {word} durch jeden Kanal senden</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Stop beyond liquidation</source>
        <translation>Stop jenseits der Liquidation</translation>
    </message>
    <message>
        <source>Volatility, below</source>
        <translation>Volatilität, unter</translation>
    </message>
    <message>
        <source>Way gone, from</source>
        <translation>Weg, ab</translation>
    </message>
    <message>
        <source>With both, a distance speaks only as loud as one of these confirms: a 50× position is not born in Critical, and a quiet 3× one is not ignored. 1 % is Critical whatever they say.</source>
        <translation>Mit beiden meldet ein Abstand höchstens die Stufe, die eines davon bestätigt: Eine 50×-Position ist nicht von Beginn an Kritisch, eine ruhige mit 3× wird nicht übergangen. 1 % ist immer Kritisch.</translation>
    </message>
    <message>
        <source>a move of the mark price, per position</source>
        <translation>eine Bewegung des Markpreises, je Position</translation>
    </message>
    <message>
        <source>a position that no stop order would close before liquidation</source>
        <translation>eine Position, die keine Stop-Order vor der Liquidation schließen würde</translation>
    </message>
    <message>
        <source>a rate that is far above what it was lately, by the lines below</source>
        <translation>eine Rate weit über der von zuletzt, nach den Grenzen unten</translation>
    </message>
    <message>
        <source>a stop order that would come too late</source>
        <translation>eine Stop-Order, die zu spät käme</translation>
    </message>
    <message>
        <source>for Danger and Critical, and for all while the window is away</source>
        <translation>für Gefahr und Kritisch, und für alle, während das Fenster weg ist</translation>
    </message>
    <message>
        <source>from the entry price to liquidation</source>
        <translation>vom Einstiegspreis bis zur Liquidation</translation>
    </message>
    <message>
        <source>funding that costs more than the limit below</source>
        <translation>Funding, das mehr kostet als die Grenze unten</translation>
    </message>
    <message>
        <source>how long a trade of yours is meant to last</source>
        <translation>wie lange Ihre Trades dauern sollen</translation>
    </message>
    <message>
        <source>in usual moves of 15 minutes</source>
        <translation>in üblichen Bewegungen von 15 Minuten</translation>
    </message>
    <message>
        <source>maintenance margin over equity</source>
        <translation>Maintenance-Margin durch Equity</translation>
    </message>
    <message>
        <source>of the last three days, where six hours are recorded</source>
        <translation>der letzten drei Tage, wo sechs Stunden aufgezeichnet sind</translation>
    </message>
    <message>
        <source>the venue ranks the position among the first to be reduced</source>
        <translation>die Börse reiht die Position unter die ersten ein, die verkleinert werden</translation>
    </message>
    <message>
        <source>through every channel, marked TEST</source>
        <translation>durch jeden Kanal, mit TEST markiert</translation>
    </message>
    <message>
        <source>what you pay in 8 hours, share of the value</source>
        <translation>was Sie in 8 Stunden zahlen, Anteil am Wert</translation>
    </message>
    <message>
        <source>what you pay in a day, share of the value; both lines must be reached</source>
        <translation>was Sie am Tag zahlen, Anteil am Wert; beide Linien müssen erreicht sein</translation>
    </message>
    <message>
        <source>with an open position; Warning comes after three polls</source>
        <translation>mit offener Position; Warnung kommt nach drei Abfragen</translation>
    </message>
    <message>
        <source>{word} below so many σ</source>
        <translation>{word} unter so vielen σ</translation>
    </message>
    <message>
        <source>{word} from this share of the way</source>
        <translation>{word} ab diesem Anteil des Wegs</translation>
    </message>
    <message>
        <source>“add … or cut …” is worked out to reach it</source>
        <translation>Ziel, für das „nachschießen … oder abbauen …“ berechnet wird</translation>
    </message>
</context>
<context>
    <name>ui.rule_preview</name>
    <message>
        <source>Not in the record, so not counted: {kinds}.</source>
        <translation>Nicht aufgezeichnet, also nicht gezählt: {kinds}.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet, so nothing can be said about the past.</source>
        <translation>Noch ist nichts aufgezeichnet, daher ist über die Vergangenheit nichts zu sagen.</translation>
    </message>
    <message>
        <source>Nothing to say</source>
        <translation>Nichts zu sagen</translation>
    </message>
    <message>
        <source>Over the last {long} they would have rung {times}.</source>
        <translation>Über die letzten {long} hätten sie {times} Alarm geschlagen.</translation>
    </message>
    <message>
        <source>Over {recorded} recorded in the last {span} they would have rung {times}.</source>
        <translation>In {recorded} Aufzeichnung aus dem Zeitraum {span} hätten sie {times} Alarm geschlagen.</translation>
    </message>
    <message>
        <source>That is less than a day: it says little of other days.</source>
        <translation>Das ist weniger als ein Tag: Über andere Tage sagt es wenig.</translation>
    </message>
    <message>
        <source>What these rules say</source>
        <translation>Was diese Regeln sagen</translation>
    </message>
    <message>
        <source>Would have rung</source>
        <translation>Hätten Alarm geschlagen</translation>
    </message>
    <message>
        <source>not in the record yet: how often it would have been told is not known</source>
        <translation>noch nicht aufgezeichnet: wie oft es gemeldet worden wäre, ist nicht bekannt</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>speaks from {steps}</source>
        <translation>meldet ab {steps}</translation>
    </message>
    <message>
        <source>would have been told {times} in {long}</source>
        <translation>wäre über {long} {times} gemeldet worden</translation>
    </message>
    <message>
        <source>{alarms} now, {silent} silent. {answer}</source>
        <translation>Jetzt {alarms}, {silent} still. {answer}</translation>
    </message>
    <message>
        <source>{count} alarm</source>
        <translation>{count} Alarm</translation>
    </message>
    <message>
        <source>{count} time</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <source>{critical} critical, {danger} danger, {warning} warning</source>
        <translation>{critical} Kritisch, {danger} Gefahr, {warning} Warnung</translation>
    </message>
    <message>
        <source>{hours:.0f} days</source>
        <translation>{hours:.0f} Tage</translation>
    </message>
    <message>
        <source>{hours:.0f} h</source>
        <translation>{hours:.0f} h</translation>
    </message>
    <message>
        <source>{hours:.0f} min</source>
        <translation>{hours:.0f} min</translation>
    </message>
</context>
<context>
    <name>ui.self_test_dialog</name>
    <message>
        <source>A Critical position that does not exist, marked TEST, goes the way of a real one.</source>
        <translation>Eine kritische Position, die es nicht gibt, mit TEST markiert, geht den Weg einer echten.</translation>
    </message>
    <message>
        <source>All links answered.</source>
        <translation>Alle Glieder haben geantwortet.</translation>
    </message>
    <message>
        <source>All links that exist here answered; {count} do not exist here.</source>
        <translation>Alle hier vorhandenen Glieder haben geantwortet; {count} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>All links that exist here answered; {count} does not exist here.</source>
        <translation>Alle hier vorhandenen Glieder haben geantwortet; {count} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Does a warning get through?</source>
        <translation>Kommt eine Warnung durch?</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>The chain is being tested: {seconds} s …</source>
        <translation>Die Kette wird geprüft: {seconds} s …</translation>
    </message>
    <message>
        <source>The engine has not answered; it is perhaps being started again. Run the test once more.</source>
        <translation>Die Engine hat nicht geantwortet; vielleicht wird sie gerade neu gestartet. Starten Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>The test runs</source>
        <translation>Der Test läuft</translation>
    </message>
    <message>
        <source>{count} link</source>
        <translation>{count} Glied</translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation>{count} Glieder</translation>
    </message>
    <message>
        <source>{links} did not answer.</source>
        <translation>Ohne Antwort: {links}.</translation>
    </message>
</context>
<context>
    <name>ui.session</name>
    <message>
        <source>Guarding has stopped: {reason}</source>
        <translation>Die Überwachung ist beendet: {reason}</translation>
    </message>
    <message>
        <source>History and logs</source>
        <translation>Historie und Protokolle</translation>
    </message>
    <message>
        <source>Marginwatch can start when you log in: Menu → Alarms → Start at login.</source>
        <translation>Marginwatch kann beim Anmelden starten: Menü → Alarme → Start beim Anmelden.</translation>
    </message>
    <message>
        <source>Marginwatch: the engine is silent for {seconds:.0f} s</source>
        <translation>Marginwatch: Die Engine schweigt seit {seconds:.0f} s</translation>
    </message>
    <message>
        <source>On Wayland only the desktop keeps the mini strip on top and in its place: give it a window rule, or start Marginwatch with QT_QPA_PLATFORM=xcb.</source>
        <translation>Unter Wayland hält nur der Desktop die Mini-Leiste oben und an ihrem Platz: Geben Sie ihr eine Fensterregel oder starten Sie Marginwatch mit QT_QPA_PLATFORM=xcb.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The demo could not be started; type `marginwatch demo` in a terminal.</source>
        <translation>Die Demo konnte nicht gestartet werden; tippen Sie `marginwatch demo` in ein Terminal.</translation>
    </message>
    <message>
        <source>The engine does not hear this now; it is being started again. Please repeat it then.</source>
        <translation>Die Engine hört das jetzt nicht; sie wird neu gestartet. Bitte wiederholen Sie es dann.</translation>
    </message>
    <message>
        <source>The mouse goes through the mini strip now; Shift+F9 ends that.</source>
        <translation>Die Maus geht jetzt durch die Mini-Leiste hindurch; Umschalt+F9 beendet das.</translation>
    </message>
    <message>
        <source>The mouse goes through the mini strip now; Shift+F9 or the tray&apos;s menu ends that.</source>
        <translation>Die Maus geht jetzt durch die Mini-Leiste hindurch; Umschalt+F9 oder das Menü im Tray beendet das.</translation>
    </message>
    <message>
        <source>There is no demo exchange here; `marginwatch demo` starts one.</source>
        <translation>Hier gibt es keine Demo-Börse; `marginwatch demo` startet eine.</translation>
    </message>
    <message>
        <source>This desktop decides itself which window stays on top: use the menu of the window&apos;s title.</source>
        <translation>Dieser Desktop entscheidet selbst, welches Fenster oben bleibt: Nutzen Sie das Menü der Titelleiste.</translation>
    </message>
    <message>
        <source>This desktop shows no see-through windows (it has no compositor): the mini strip stays opaque.</source>
        <translation>Dieser Desktop zeigt keine durchsichtigen Fenster (er hat keinen Compositor): Die Mini-Leiste bleibt deckend.</translation>
    </message>
</context>
<context>
    <name>ui.settings_window</name>
    <message>
        <source>All defaults</source>
        <translation>Alle Vorgaben</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Changes are used at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Figures and language</source>
        <translation>Zahlen und Sprache</translation>
    </message>
    <message>
        <source>How often accounts are read</source>
        <translation>Wie oft Konten gelesen werden</translation>
    </message>
    <message>
        <source>Lines that figures are compared with</source>
        <translation>Linien, mit denen Zahlen verglichen werden</translation>
    </message>
    <message>
        <source>No setting is called like that.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>fragen</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>classic</source>
        <translation>klassisch</translation>
    </message>
    <message>
        <source>colour-blind</source>
        <translation>farbenblind</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>umgekehrt</translation>
    </message>
    <message>
        <source>keep guarding</source>
        <translation>weiter überwachen</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>stop guarding</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>three positions</source>
        <translation>drei Positionen</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>{title}: back to the default</source>
        <translation>{title}: zurück zur Vorgabe</translation>
    </message>
</context>
<context>
    <name>ui.sheet</name>
    <message>
        <source>Copy these figures</source>
        <translation>Diese Zahlen kopieren</translation>
    </message>
</context>
<context>
    <name>ui.shelf</name>
    <message>
        <source>8 h</source>
        <translation>8 h</translation>
    </message>
    <message>
        <source>All about this position for</source>
        <translation>Alles zu dieser Position für</translation>
    </message>
    <message>
        <source>Nothing is shelved</source>
        <translation>Nichts ist geparkt</translation>
    </message>
    <message>
        <source>Shelve: quiet below Critical</source>
        <translation>Parken: still unterhalb von Kritisch</translation>
    </message>
    <message>
        <source>Shelved; choose one to be told again</source>
        <translation>Geparkt; wählen Sie, was wieder gemeldet wird</translation>
    </message>
    <message>
        <source>Take all down</source>
        <translation>Alle wieder melden</translation>
    </message>
    <message>
        <source>Take {what} from the shelf ({left} left)</source>
        <translation>Wieder melden: {what} (noch {left})</translation>
    </message>
    <message>
        <source>This alarm for {words}</source>
        <translation>Diesen Alarm für {words}</translation>
    </message>
    <message>
        <source>all about this position</source>
        <translation>alles zu dieser Position</translation>
    </message>
    <message>
        <source>all about {name}</source>
        <translation>alles zu {name}</translation>
    </message>
    <message>
        <source>this alarm</source>
        <translation>diesen Alarm</translation>
    </message>
    <message>
        <source>{kind} of {name}</source>
        <translation>{kind}: {name}</translation>
    </message>
    <message>
        <source>{shelf}	{left} left</source>
        <translation>{shelf}	noch {left}</translation>
    </message>
</context>
<context>
    <name>ui.shock_matrix</name>
    <message>
        <source> with {dead} liquidated</source>
        <translation> mit {dead} liquidiert</translation>
    </message>
    <message>
        <source>Margin ratio of its worst pool then: {ratio}.</source>
        <translation>Margin-Quote seines schlechtesten Pools dann: {ratio}.</translation>
    </message>
    <message>
        <source>No order is filled and no stop helps in this figure.</source>
        <translation>In dieser Zahl wird keine Order ausgeführt, und kein Stop hilft.</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>keine übrig</translation>
    </message>
    <message>
        <source>{name} at {move}: equity changes by {amount} USD.</source>
        <translation>{name} bei {move}: Die Equity ändert sich um {amount} USD.</translation>
    </message>
    <message>
        <source>{name} at {move}: unknown; the reason stands below the tables.</source>
        <translation>{name} bei {move}: unbekannt; der Grund steht unter den Tabellen.</translation>
    </message>
    <message>
        <source>{pools} liquidated: all it held counts as lost.</source>
        <translation>{pools} liquidiert: Alles darin zählt als verloren.</translation>
    </message>
</context>
<context>
    <name>ui.small_chart</name>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>nothing could be liquidated</source>
        <translation>nichts war liquidierbar</translation>
    </message>
    <message>
        <source>{title}: now {points}</source>
        <translation>{title}: jetzt {points}</translation>
    </message>
</context>
<context>
    <name>ui.sound</name>
    <message>
        <source>No sound can be played on this system: alarms are shown, not heard.</source>
        <translation>Auf diesem System kann kein Ton gespielt werden: Alarme werden gezeigt, nicht gehört.</translation>
    </message>
</context>
<context>
    <name>ui.start</name>
    <message>
        <source>The engine could not be started ({error}).</source>
        <translation>Die Engine konnte nicht gestartet werden ({error}).</translation>
    </message>
</context>
<context>
    <name>ui.status_strip</name>
    <message>
        <source>
Set this computer&apos;s clock by the internet: venues refuse requests that are off by seconds.</source>
        <translation>
Stellen Sie die Uhr dieses Rechners nach dem Internet: Börsen lehnen Anfragen ab, die um Sekunden abweichen.</translation>
    </message>
    <message>
        <source>A position marked TEST goes through it.</source>
        <translation>Eine mit TEST markierte Position geht hindurch.</translation>
    </message>
    <message>
        <source>Alarm armed</source>
        <translation>Alarm scharf</translation>
    </message>
    <message>
        <source>Alarm test failed {when}</source>
        <translation>Alarmtest {when} gescheitert</translation>
    </message>
    <message>
        <source>Alarm test ok {when}</source>
        <translation>Alarmtest ok {when}</translation>
    </message>
    <message>
        <source>All accounts together. A dollar coin counts as a dollar, a coin at the mark of a position in it.</source>
        <translation>Alle Konten zusammen. Ein Dollar-Coin zählt als Dollar, ein Coin zum Markpreis einer Position darin.</translation>
    </message>
    <message>
        <source>Armed</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>BLIND since {time} · engine silent</source>
        <translation>BLIND seit {time} · Engine schweigt</translation>
    </message>
    <message>
        <source>BLIND since {time} · {names}</source>
        <translation>BLIND seit {time} · {names}</translation>
    </message>
    <message>
        <source>Clock {offset:+d} ms</source>
        <translation>Uhr {offset:+d} ms</translation>
    </message>
    <message>
        <source>Connecting to {accounts}</source>
        <translation>Verbindet mit {accounts}</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>End the silence</source>
        <translation>Stille beenden</translation>
    </message>
    <message>
        <source>Equity unknown</source>
        <translation>Equity unbekannt</translation>
    </message>
    <message>
        <source>Equity {amount}</source>
        <translation>Equity {amount}</translation>
    </message>
    <message>
        <source>Every figure is the last one known.</source>
        <translation>Jede Zahl ist die letzte bekannte.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>GESCHEITERT</translation>
    </message>
    <message>
        <source>Feeds live · {age}</source>
        <translation>Daten live · {age}</translation>
    </message>
    <message>
        <source>Guarding begins with the first answer.</source>
        <translation>Die Überwachung beginnt mit der ersten Antwort.</translation>
    </message>
    <message>
        <source>Key can trade</source>
        <translation>Darf handeln</translation>
    </message>
    <message>
        <source>Key of {names} can trade</source>
        <translation>Schlüssel von {names} darf handeln</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Live · {age}</source>
        <translation>Live · {age}</translation>
    </message>
    <message>
        <source>Marginwatch only reads. Better use read-only keys.
{tip}</source>
        <translation>Marginwatch liest nur. Nutzen Sie besser Nur-Lese-Schlüssel.
{tip}</translation>
    </message>
    <message>
        <source>Nearest liquidation: {symbol} {side} on {account}</source>
        <translation>Nächste Liquidation: {symbol} {side} auf {account}</translation>
    </message>
    <message>
        <source>No answer has come yet.</source>
        <translation>Noch kam keine Antwort.</translation>
    </message>
    <message>
        <source>No price reaches a liquidation.</source>
        <translation>Kein Preis erreicht eine Liquidation.</translation>
    </message>
    <message>
        <source>None can be liquidated</source>
        <translation>Keine liquidierbar</translation>
    </message>
    <message>
        <source>Not guarding</source>
        <translation>Wacht nicht</translation>
    </message>
    <message>
        <source>Not guarding yet</source>
        <translation>Wacht noch nicht</translation>
    </message>
    <message>
        <source>Nothing is guarded.</source>
        <translation>Nichts wird überwacht.</translation>
    </message>
    <message>
        <source>Position risk, read-only</source>
        <translation>Positionsrisiko, nur lesend</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Read-only keys</source>
        <translation>Nur-Lese-Schlüssel</translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation>Liest nur</translation>
    </message>
    <message>
        <source>Show amounts</source>
        <translation>Beträge zeigen</translation>
    </message>
    <message>
        <source>Sound off {left}</source>
        <translation>Ton aus {left}</translation>
    </message>
    <message>
        <source>Sounds are silenced by you. A new CRITICAL alarm is heard all the same.</source>
        <translation>Töne haben Sie stumm geschaltet. Ein neuer KRITISCHER Alarm ist dennoch zu hören.</translation>
    </message>
    <message>
        <source>Status. </source>
        <translation>Status. </translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>Test gescheitert</translation>
    </message>
    <message>
        <source>Test ok</source>
        <translation>Test ok</translation>
    </message>
    <message>
        <source>Testing the alarm chain …</source>
        <translation>Alarmkette im Test …</translation>
    </message>
    <message>
        <source>The embedded exchange: no real money, no real order.</source>
        <translation>Die eingebaute Börse: kein echtes Geld, keine echte Order.</translation>
    </message>
    <message>
        <source>The engine is silent.</source>
        <translation>Die Engine schweigt.</translation>
    </message>
    <message>
        <source>The engine is silent: nothing else would warn you.</source>
        <translation>Die Engine schweigt: Nichts sonst würde Sie warnen.</translation>
    </message>
    <message>
        <source>The engine judges every answer and warns by itself.</source>
        <translation>Die Engine beurteilt jede Antwort und warnt von selbst.</translation>
    </message>
    <message>
        <source>The rights of some keys are not known.
{tip}</source>
        <translation>Die Rechte mancher Schlüssel sind nicht bekannt.
{tip}</translation>
    </message>
    <message>
        <source>The sum in {currency} is not known:
{why}</source>
        <translation>Die Summe in {currency} ist nicht bekannt:
{why}</translation>
    </message>
    <message>
        <source>answers late</source>
        <translation>antwortet spät</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht hier</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>position unconfirmed</source>
        <translation>Position unbestätigt</translation>
    </message>
    <message>
        <source>{account}: {age} old, {feed}</source>
        <translation>{account}: {age} alt, {feed}</translation>
    </message>
    <message>
        <source>{alarms} to acknowledge</source>
        <translation>{alarms} zu quittieren</translation>
    </message>
    <message>
        <source>{count} keys can trade</source>
        <translation>{count} Schlüssel dürfen handeln</translation>
    </message>
    <message>
        <source>{count} more: {said}</source>
        <translation>{count} weitere: {said}</translation>
    </message>
    <message>
        <source>{count} of {total} accounts</source>
        <translation>{count} von {total} Konten</translation>
    </message>
    <message>
        <source>{one}: {each:+d} ms</source>
        <translation>{one}: {each:+d} ms</translation>
    </message>
</context>
<context>
    <name>ui.stops_page</name>
    <message>
        <source>, assumed</source>
        <translation>, angenommen</translation>
    </message>
    <message>
        <source>, by the order book</source>
        <translation>, nach dem Orderbuch</translation>
    </message>
    <message>
        <source>A jump over their limit leaves them unfilled</source>
        <translation>Ein Sprung über ihr Limit lässt sie unausgeführt</translation>
    </message>
    <message>
        <source>Beyond liquidation</source>
        <translation>Jenseits der Liquidation</translation>
    </message>
    <message>
        <source>Closed by stops before liquidation</source>
        <translation>Von Stops vor der Liquidation geschlossen</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Gedeckt</translation>
    </message>
    <message>
        <source>Filled beyond the liquidation price ({slippage}{assumed})</source>
        <translation>Jenseits des Liquidationspreises ausgeführt ({slippage}{assumed})</translation>
    </message>
    <message>
        <source>From entry, {slippage}{assumed} [{settle}]</source>
        <translation>Vom Einstieg, {slippage}{assumed} [{settle}]</translation>
    </message>
    <message>
        <source>From the mark price [{settle}]</source>
        <translation>Vom Markpreis [{settle}]</translation>
    </message>
    <message>
        <source>Liquidation goes by the mark price; these stops wait for another one</source>
        <translation>Liquidiert wird nach dem Markpreis; diese Stops warten auf einen anderen</translation>
    </message>
    <message>
        <source>Loss at the stops; of the account&apos;s equity {share}</source>
        <translation>Verlust an den Stops; der Equity des Kontos {share}</translation>
    </message>
    <message>
        <source>Loss from here</source>
        <translation>Verlust ab hier</translation>
    </message>
    <message>
        <source>No stop closes it</source>
        <translation>Kein Stop schließt sie</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Nicht gedeckt</translation>
    </message>
    <message>
        <source>Not on the mark price</source>
        <translation>Nicht zum Markpreis</translation>
    </message>
    <message>
        <source>Nothing is wrong with the stops of this position.</source>
        <translation>An den Stops dieser Position ist nichts falsch.</translation>
    </message>
    <message>
        <source>Of stops that lie beyond the liquidation price: they never fill</source>
        <translation>Von Stops jenseits des Liquidationspreises: Sie werden nie ausgeführt</translation>
    </message>
    <message>
        <source>Of the margin, line {line}</source>
        <translation>Von der Margin, Linie {line}</translation>
    </message>
    <message>
        <source>Slips beyond liquidation</source>
        <translation>Rutscht über die Liquidation</translation>
    </message>
    <message>
        <source>Stop-limits that can gap</source>
        <translation>Stop-Limits mit Lücke</translation>
    </message>
    <message>
        <source>Stops of the selected position</source>
        <translation>Stops der gewählten Position</translation>
    </message>
    <message>
        <source>Stops: {reason}</source>
        <translation>Stops: {reason}</translation>
    </message>
    <message>
        <source>Stops: {told}</source>
        <translation>Stops: {told}</translation>
    </message>
    <message>
        <source>The engine has not audited the stops of this position yet.</source>
        <translation>Die Engine hat die Stops dieser Position noch nicht geprüft.</translation>
    </message>
    <message>
        <source>last known</source>
        <translation>letzter Stand</translation>
    </message>
    <message>
        <source>may not fill</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>more stops than size</source>
        <translation>mehr Stops als Größe</translation>
    </message>
    <message>
        <source>no position is selected</source>
        <translation>keine Position ist gewählt</translation>
    </message>
    <message>
        <source>of the size is closed before liquidation</source>
        <translation>der Größe wird vor der Liquidation geschlossen</translation>
    </message>
    <message>
        <source>slippage unknown</source>
        <translation>Slippage unbekannt</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>{distance} from the mark price</source>
        <translation>{distance} vom Markpreis</translation>
    </message>
    <message>
        <source>{slippage} slippage</source>
        <translation>{slippage} Slippage</translation>
    </message>
</context>
<context>
    <name>ui.stress_window</name>
    <message>
        <source>; the engine does not answer: these figures are old</source>
        <translation>; die Engine antwortet nicht: Diese Zahlen sind alt</translation>
    </message>
    <message>
        <source>All marks together</source>
        <translation>Alle Markpreise zusammen</translation>
    </message>
    <message>
        <source>Every mark jumps by the same share at once: no order fills, no stop helps. Real coins differ.</source>
        <translation>Jeder Mark springt auf einmal um denselben Anteil: Keine Order wird ausgeführt, kein Stop hilft. Echte Coins fallen verschieden.</translation>
    </message>
    <message>
        <source>Laid over the accounts as they are. Nothing is ordered, and nothing here is a forecast.</source>
        <translation>Über die Konten gelegt, wie sie sind. Nichts wird geordert, und nichts hier ist eine Prognose.</translation>
    </message>
    <message>
        <source>One coin alone</source>
        <translation>Ein Coin allein</translation>
    </message>
    <message>
        <source>One coin on several accounts</source>
        <translation>Ein Coin auf mehreren Konten</translation>
    </message>
    <message>
        <source>Only this coin jumps; in a real crash the others do not stand still.</source>
        <translation>Nur dieser Coin springt; in einem echten Crash stehen die anderen nicht still.</translation>
    </message>
    <message>
        <source>Shocks</source>
        <translation>Schocks</translation>
    </message>
    <message>
        <source>Stress · Marginwatch</source>
        <translation>Stress · Marginwatch</translation>
    </message>
    <message>
        <source>What a crash would do now</source>
        <translation>Was ein Crash jetzt anrichten würde</translation>
    </message>
    <message>
        <source>What shocks would do</source>
        <translation>Was Schocks anrichten würden</translation>
    </message>
    <message>
        <source>Work out again</source>
        <translation>Neu rechnen</translation>
    </message>
    <message>
        <source>all other marks stand still</source>
        <translation>alle anderen Markpreise stehen still</translation>
    </message>
    <message>
        <source>change of equity [USD]; ✕ pools liquidated</source>
        <translation>Änderung der Equity [USD]; ✕ liquidierte Pools</translation>
    </message>
    <message>
        <source>nothing has been read yet; it is asked again soon</source>
        <translation>noch nichts gelesen; bald wird erneut gefragt</translation>
    </message>
    <message>
        <source>the engine does not answer; it is asked again every 30 s</source>
        <translation>die Engine antwortet nicht; alle 30 s wird erneut gefragt</translation>
    </message>
    <message>
        <source>worked out {age} ago</source>
        <translation>gerechnet vor {age}</translation>
    </message>
    <message>
        <source>working it out …</source>
        <translation>wird gerechnet …</translation>
    </message>
</context>
<context>
    <name>ui.supposed_field</name>
    <message>
        <source>A part of it cannot be worked out: what it is now is not known.</source>
        <translation>Ein Teil davon lässt sich nicht berechnen: Der heutige Wert ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It must be above {least}.</source>
        <translation>Der Wert muss über {least} liegen.</translation>
    </message>
    <message>
        <source>It must be {least} or more.</source>
        <translation>Der Wert muss mindestens {least} sein.</translation>
    </message>
</context>
<context>
    <name>ui.table_look</name>
    <message>
        <source>Coin</source>
        <translation>Coin</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
</context>
<context>
    <name>ui.table_menu</name>
    <message>
        <source>All of them</source>
        <translation>Alle davon</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Ansicht behalten</translation>
    </message>
    <message>
        <source>Keep this view …</source>
        <translation>Ansicht behalten …</translation>
    </message>
    <message>
        <source>More: what can be lost</source>
        <translation>Mehr: was verloren gehen kann</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>ui.table_model</name>
    <message>
        <source>, stale</source>
        <translation>, veraltet</translation>
    </message>
    <message>
        <source>, unconfirmed</source>
        <translation>, unbestätigt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed by ADL</source>
        <translation>Durch ADL geschlossen</translation>
    </message>
    <message>
        <source>Hedged</source>
        <translation>Hedge</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>Liquidiert</translation>
    </message>
    <message>
        <source>liquidation unknown, {unknown}</source>
        <translation>Liquidation unbekannt, {unknown}</translation>
    </message>
    <message>
        <source>{distance} to liquidation, {level}</source>
        <translation>{distance} bis zur Liquidation, {level}</translation>
    </message>
    <message>
        <source>{profits} {settle} unrealised</source>
        <translation>{profits} {settle} unrealisiert</translation>
    </message>
    <message>
        <source>{symbol} {side} on {account}</source>
        <translation>{symbol} {side} auf {account}</translation>
    </message>
</context>
<context>
    <name>ui.theme</name>
    <message>
        <source>Safe</source>
        <translation>Sicher</translation>
    </message>
</context>
<context>
    <name>ui.timeline_page</name>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>What was told of the selected position</source>
        <translation>Was zur gewählten Position gemeldet wurde</translation>
    </message>
    <message>
        <source>being read …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>noch nichts aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>ui.timeline_picture</name>
    <message>
        <source>A point is kept every half minute: wait for the first.</source>
        <translation>Alle halbe Minute wird ein Punkt behalten: Warten Sie auf den ersten.</translation>
    </message>
    <message>
        <source>Margin ratio of its pool</source>
        <translation>Margin-Quote ihres Pools</translation>
    </message>
    <message>
        <source>Nothing was told</source>
        <translation>Nichts wurde gemeldet</translation>
    </message>
    <message>
        <source>Nothing was told in this time.</source>
        <translation>In dieser Zeit wurde nichts gemeldet.</translation>
    </message>
    <message>
        <source>Timeline: nothing recorded yet</source>
        <translation>Verlauf: noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Timeline: {nearest}, {alarms} told</source>
        <translation>Verlauf: {nearest}, {alarms} gemeldet</translation>
    </message>
    <message>
        <source>nearest {known}</source>
        <translation>am nächsten {known}</translation>
    </message>
    <message>
        <source>no distance known</source>
        <translation>kein Abstand bekannt</translation>
    </message>
</context>
<context>
    <name>ui.tray</name>
    <message>
        <source>Acknowledge all visible</source>
        <translation>Alle sichtbaren quittieren</translation>
    </message>
    <message>
        <source>End the silence ({left} left)</source>
        <translation>Stille beenden (noch {left})</translation>
    </message>
    <message>
        <source>Marginwatch: connecting</source>
        <translation>Marginwatch: verbindet</translation>
    </message>
    <message>
        <source>Marginwatch: no accounts yet</source>
        <translation>Marginwatch: noch keine Konten</translation>
    </message>
    <message>
        <source>Marginwatch: no fresh data from {blind}</source>
        <translation>Marginwatch: keine frischen Daten von {blind}</translation>
    </message>
    <message>
        <source>Marginwatch: {open_positions}, none can be liquidated now</source>
        <translation>Marginwatch: {open_positions}, keine jetzt liquidierbar</translation>
    </message>
    <message>
        <source>Quit and stop guarding</source>
        <translation>Beenden, nicht mehr überwachen</translation>
    </message>
    <message>
        <source>Test alarm</source>
        <translation>Testalarm</translation>
    </message>
    <message>
        <source>{count} open position</source>
        <translation>{count} offene Position</translation>
    </message>
    <message>
        <source>{count} open positions</source>
        <translation>{count} offene Positionen</translation>
    </message>
    <message>
        <source>{where}: {distance} to liquidation</source>
        <translation>{where}: {distance} bis zur Liquidation</translation>
    </message>
</context>
<context>
    <name>ui.trouble</name>
    <message>
        <source>Something went wrong in the window ({kind}); alarms go on. See {log}.</source>
        <translation>Im Fenster ging etwas schief ({kind}); die Alarme laufen weiter. Siehe {log}.</translation>
    </message>
</context>
<context>
    <name>ui.typed_figure</name>
    <message>
        <source>“{unit}” has no meaning here: write the figure alone.</source>
        <translation>„{unit}“ hat hier keine Bedeutung: nur die Zahl eingeben.</translation>
    </message>
    <message>
        <source>“{words}” can be {whole} or {part}: write the one you mean.</source>
        <translation>„{words}“ kann {whole} oder {part} sein: bitte eindeutig eingeben.</translation>
    </message>
    <message>
        <source>“{words}” is no number.</source>
        <translation>„{words}“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>ui.view</name>
    <message>
        <source>Hedge</source>
        <translation>Hedge</translation>
    </message>
    <message>
        <source>Multi-assets</source>
        <translation>Multi-Asset</translation>
    </message>
    <message>
        <source>No positions</source>
        <translation>Keine Positionen</translation>
    </message>
    <message>
        <source>One-way</source>
        <translation>One-Way</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>of room</source>
        <translation>Spielraum</translation>
    </message>
</context>
<context>
    <name>ui.watchdog_page</name>
    <message>
        <source>A Critical position that does not exist, marked TEST, goes through reading, risk, alarm, database and every channel. A link that does not answer is an alarm.</source>
        <translation>Eine kritische Position, die es nicht gibt, mit TEST markiert, geht durch Lesen, Risiko, Alarm, Datenbank und jeden Kanal. Ein Glied, das nicht antwortet, ist ein Alarm.</translation>
    </message>
    <message>
        <source>A guard that is not started guards nothing.</source>
        <translation>Ein Wächter, der nicht läuft, bewacht nichts.</translation>
    </message>
    <message>
        <source>Daily self-test</source>
        <translation>Täglicher Selbsttest</translation>
    </message>
    <message>
        <source>It begins when there is a channel to test.</source>
        <translation>Er beginnt, sobald es einen Kanal zu testen gibt.</translation>
    </message>
    <message>
        <source>It runs now …</source>
        <translation>Er läuft jetzt …</translation>
    </message>
    <message>
        <source>Last: {when}, all links answered.</source>
        <translation>Zuletzt: {when}, alle Glieder haben geantwortet.</translation>
    </message>
    <message>
        <source>Last: {when}, broken: {broken}.</source>
        <translation>Zuletzt: {when}, gebrochen: {broken}.</translation>
    </message>
    <message>
        <source>Make a check at healthchecks.io or a service like it: period 1 minute, grace 2 minutes. Marginwatch pings its address while it guards; when that stops, the service calls you.</source>
        <translation>Legen Sie bei healthchecks.io oder einem ähnlichen Dienst einen Check an: Periode 1 Minute, Toleranz 2 Minuten. Marginwatch pingt seine Adresse an, solange es überwacht; bleibt der Ping aus, benachrichtigt Sie der Dienst.</translation>
    </message>
    <message>
        <source>Not run since Marginwatch was started.</source>
        <translation>Seit dem Start von Marginwatch nicht gelaufen.</translation>
    </message>
    <message>
        <source>Off: nobody outside this computer notices when it stops.</source>
        <translation>Aus: Niemand außerhalb dieses Rechners merkt, wenn er ausfällt.</translation>
    </message>
    <message>
        <source>Outside watchdog</source>
        <translation>Äußerer Wächter</translation>
    </message>
    <message>
        <source>Ping address</source>
        <translation>Ping-Adresse</translation>
    </message>
    <message>
        <source>Pinged once a minute, but only while the guard really works.</source>
        <translation>Einmal je Minute gepingt, aber nur, solange die Wache wirklich arbeitet.</translation>
    </message>
    <message>
        <source>Run it now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Start Marginwatch at login</source>
        <translation>Marginwatch beim Anmelden starten</translation>
    </message>
    <message>
        <source>Stop pinging</source>
        <translation>Nicht mehr pingen</translation>
    </message>
    <message>
        <source>Test the whole alarm chain once a day</source>
        <translation>Die ganze Alarmkette einmal am Tag testen</translation>
    </message>
    <message>
        <source>in the keyring; type another to replace it</source>
        <translation>im Schlüsselbund; eine andere ersetzt sie</translation>
    </message>
</context>
<context>
    <name>ui.whatif_chips</name>
    <message>
        <source>Take back: {words}</source>
        <translation>Zurücknehmen: {words}</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>Dies zurücknehmen</translation>
    </message>
</context>
<context>
    <name>ui.whatif_draft</name>
    <message>
        <source> at {price}</source>
        <translation> zu {price}</translation>
    </message>
    <message>
        <source>All prices</source>
        <translation>Alle Preise</translation>
    </message>
    <message>
        <source>New: {name} {size}{at}, {leverage} {margin_mode}, {account}</source>
        <translation>Neu: {name} {size}{at}, {leverage} {margin_mode}, {account}</translation>
    </message>
    <message>
        <source>closed{at}</source>
        <translation>geschlossen{at}</translation>
    </message>
    <message>
        <source>margin {add_margin}</source>
        <translation>Margin {add_margin}</translation>
    </message>
    <message>
        <source>size {size}{at}</source>
        <translation>Größe {size}{at}</translation>
    </message>
</context>
<context>
    <name>ui.whatif_form</name>
    <message>
        <source>Add {settle}</source>
        <translation>{settle} nachschießen</translation>
    </message>
    <message>
        <source>All prices, %</source>
        <translation>Alle Preise, %</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Price, %</source>
        <translation>Preis, %</translation>
    </message>
    <message>
        <source>Size, {unit}</source>
        <translation>Größe, {unit}</translation>
    </message>
    <message>
        <source>Suppose that the whole position is closed at the mark price</source>
        <translation>Annehmen, dass die ganze Position zum Markpreis geschlossen wird</translation>
    </message>
    <message>
        <source>Traded at</source>
        <translation>Gehandelt zu</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie sie ist</translation>
    </message>
    <message>
        <source>to the position</source>
        <translation>zur Position</translation>
    </message>
    <message>
        <source>to the wallet</source>
        <translation>zum Wallet</translation>
    </message>
    <message>
        <source>{coin} price, %</source>
        <translation>{coin}-Preis, %</translation>
    </message>
</context>
<context>
    <name>ui.whatif_new</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Kontrakt</translation>
    </message>
    <message>
        <source>Contracts that are held at this venue: of others the margin tiers are not known here</source>
        <translation>Kontrakte, die an dieser Börse gehalten werden: Von anderen sind die Margin-Stufen hier nicht bekannt</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Eröffnet zu</translation>
    </message>
    <message>
        <source>Size, {symbol}</source>
        <translation>Größe, {symbol}</translation>
    </message>
</context>
<context>
    <name>ui.whatif_page</name>
    <message>
        <source>A position that is not open yet</source>
        <translation>Eine Position, die noch nicht offen ist</translation>
    </message>
    <message>
        <source>Back to the position</source>
        <translation>Zurück zur Position</translation>
    </message>
    <message>
        <source>Forget all changes and start from what is live again</source>
        <translation>Alle Änderungen vergessen und wieder vom Live-Stand ausgehen</translation>
    </message>
    <message>
        <source>From live</source>
        <translation>Auf live setzen</translation>
    </message>
    <message>
        <source>Leave  Esc</source>
        <translation>Verlassen  Esc</translation>
    </message>
    <message>
        <source>Leave the what-if</source>
        <translation>Das What-if verlassen</translation>
    </message>
    <message>
        <source>New position</source>
        <translation>Neue Position</translation>
    </message>
    <message>
        <source>No position is selected</source>
        <translation>Keine Position ist gewählt</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>Die letzte Änderung zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <translation>WHAT-IF</translation>
    </message>
    <message>
        <source>What-if: nothing in here is live</source>
        <translation>What-if: Nichts hierin ist live</translation>
    </message>
    <message>
        <source>being worked out …</source>
        <translation>wird gerechnet …</translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation>nicht aktuell</translation>
    </message>
    <message>
        <source>supposed, not live</source>
        <translation>nicht live</translation>
    </message>
</context>
<context>
    <name>ui.whatif_results</name>
    <message>
        <source> as now</source>
        <translation> wie jetzt</translation>
    </message>
    <message>
        <source> instead of {now}</source>
        <translation> statt {now}</translation>
    </message>
    <message>
        <source>Being worked out again</source>
        <translation>Wird neu gerechnet</translation>
    </message>
    <message>
        <source>Equity less what is required</source>
        <translation>Equity abzüglich der geforderten Margin</translation>
    </message>
    <message>
        <source>From the mark price to liquidation</source>
        <translation>Vom Markpreis bis zur Liquidation</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Spielraum</translation>
    </message>
    <message>
        <source>Mark price {marks}</source>
        <translation>Markpreis {marks}</translation>
    </message>
    <message>
        <source>PnL</source>
        <translation>PnL</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Required margin over equity; 100 % is liquidation</source>
        <translation>Geforderte Margin durch Equity; 100 % ist die Liquidation</translation>
    </message>
    <message>
        <source>Unrealised PnL at the mark price</source>
        <translation>Unrealisierter PnL zum Markpreis</translation>
    </message>
    <message>
        <source>Unrealised PnL of the pool</source>
        <translation>Unrealisierter PnL des Pools</translation>
    </message>
    <message>
        <source>What if, not live</source>
        <translation>What-if, nicht live</translation>
    </message>
    <message>
        <source>What if, not up to date</source>
        <translation>What-if, nicht aktuell</translation>
    </message>
    <message>
        <source>What if: nothing is supposed yet</source>
        <translation>What-if: Noch ist nichts angenommen</translation>
    </message>
    <message>
        <source>new, {size}</source>
        <translation>neu, {size}</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>What-if</translation>
    </message>
</context>
<context>
    <name>ui.window_state</name>
    <message>
        <source>Alarm cards</source>
        <translation>Alarmkarten</translation>
    </message>
    <message>
        <source>Classic: green and red; inverted: red and green; colour-blind: blue and brown, another red</source>
        <translation>Klassisch: Grün und Rot; umgekehrt: Rot und Grün; farbenblind: Blau und Braun, ein anderes Rot</translation>
    </message>
    <message>
        <source>Clicks reach the window below it. Shift+F9 changes it too</source>
        <translation>Klicks erreichen das Fenster darunter. Auch mit Umschalt+F9</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Contrast: black and white, the strongest lines</source>
        <translation>Kontrast: Schwarz und Weiß, die stärksten Linien</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>Ab dem nächsten Start</translation>
    </message>
    <message>
        <source>How much it shows</source>
        <translation>Wie viel sie zeigt</translation>
    </message>
    <message>
        <source>Mini strip: opacity</source>
        <translation>Mini-Leiste: Deckkraft</translation>
    </message>
    <message>
        <source>Nothing fades or moves by itself; nor if your desktop asks for it</source>
        <translation>Nichts blendet oder bewegt sich von selbst; ebenso, wenn Ihr Desktop es verlangt</translation>
    </message>
    <message>
        <source>Or turn the wheel over it. While something is critical it is opaque</source>
        <translation>Oder das Mausrad darüber drehen. Solange etwas kritisch ist, ist sie deckend</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>Gewinn und Verlust</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe aller Elemente</translation>
    </message>
    <message>
        <source>The window&apos;s memory of its place was damaged.</source>
        <translation>Das Gedächtnis des Fensters für seinen Platz war beschädigt.</translation>
    </message>
    <message>
        <source>The window&apos;s memory of its place was damaged; it was kept as {kept}.</source>
        <translation>Das Gedächtnis des Fensters für seinen Platz war beschädigt; es wurde als {kept} behalten.</translation>
    </message>
    <message>
        <source>Their corner of the screen; they leave status strip and nearest liquidation in sight</source>
        <translation>Ihre Ecke des Bildschirms; Statusleiste und nächste Liquidation bleiben frei</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>While positions are open; without any, the program ends</source>
        <translation>Solange Positionen offen sind; ohne sie endet das Programm</translation>
    </message>
</context>
</TS>
