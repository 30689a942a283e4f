<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>monitor.account_list</name>
    <message>
        <source>Switch that right off at the venue, or make a key that may only read.</source>
        <translation>Schalten Sie dieses Recht an der Börse aus, oder erstellen Sie einen Schlüssel, der nur lesen darf.</translation>
    </message>
    <message>
        <source>There is no account {account_id!r}.</source>
        <translation>Es gibt kein Konto {account_id!r}.</translation>
    </message>
    <message>
        <source>{account}: a new account needs its key and secret.</source>
        <translation>{account}: Ein neues Konto braucht Schlüssel und Secret.</translation>
    </message>
    <message>
        <source>{account}: the keyring holds no key for this account.</source>
        <translation>{account}: Der Schlüsselbund enthält keinen Schlüssel für dieses Konto.</translation>
    </message>
    <message>
        <source>{account}: this key can trade{words}; it was not stored. Better make one that may only read; to use it all the same, type the account&apos;s name.</source>
        <translation>{account}: Dieser Schlüssel kann handeln{words}; er wurde nicht gespeichert. Erstellen Sie besser einen, der nur lesen darf; um ihn trotzdem zu verwenden, tippen Sie den Namen des Kontos ein.</translation>
    </message>
    <message>
        <source>{account}: this key may withdraw or transfer money{words}; it was not stored.</source>
        <translation>{account}: Dieser Schlüssel darf Geld abheben oder übertragen{words}; er wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.beyond_conditions</name>
    <message>
        <source>{name} · a figure of its risk is not known now</source>
        <translation>{name} · eine Zahl seines Risikos ist gerade nicht bekannt</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.beyond_figures</name>
    <message>
        <source>Add margin, or hold less.</source>
        <translation>Margin nachschießen oder weniger halten.</translation>
    </message>
    <message>
        <source>Add {amount} or cut {size} to come under your line, {line}.</source>
        <translation>{amount} nachschießen oder {size} abbauen, um unter Ihre Grenze von {line} zu kommen.</translation>
    </message>
    <message>
        <source>Add {amount} or cut {size} to reach {aim}.</source>
        <translation>{amount} nachschießen oder {size} abbauen, um {aim} zu erreichen.</translation>
    </message>
    <message>
        <source>Add {amount} to come under your line, {line}.</source>
        <translation>{amount} nachschießen, um unter Ihre Grenze von {line} zu kommen.</translation>
    </message>
    <message>
        <source>Add {amount} to reach {aim}.</source>
        <translation>{amount} nachschießen, um {aim} zu erreichen.</translation>
    </message>
    <message>
        <source>At this distance and volatility real prices went that far so often; your line is {line}.</source>
        <translation>Bei diesem Abstand und dieser Volatilität gingen echte Preise so oft so weit; Ihre Grenze ist {line}.</translation>
    </message>
    <message>
        <source>By the visible order book: {amount}, slippage and fee. Close in parts, or earlier.</source>
        <translation>Nach dem sichtbaren Orderbuch: {amount}, Slippage und Gebühr. In Teilen schließen oder früher.</translation>
    </message>
    <message>
        <source>In a crash a tenth of today&apos;s order book may be left. Your line is {line}. Hold less, or close in parts while the book is deep.</source>
        <translation>In einem Crash bleibt vielleicht ein Zehntel des heutigen Orderbuchs. Ihre Grenze ist {line}. Weniger halten oder in Teilen schließen, solange das Orderbuch tief ist.</translation>
    </message>
    <message>
        <source>It takes {paid} a day at today&apos;s rates, though no price moves. Add margin, or hold less.</source>
        <translation>Es nimmt zu heutigen Sätzen {paid} am Tag, obwohl sich kein Preis bewegt. Margin nachschießen oder weniger halten.</translation>
    </message>
    <message>
        <source>The book does not even hold all of it: {slippage:.2f} % slippage is reckoned with, and it may be more.</source>
        <translation>Das Buch hält nicht einmal alles: Es wird mit {slippage:.2f} % Slippage gerechnet, und es kann mehr sein.</translation>
    </message>
    <message>
        <source>They are not needed as margin: without them every position still keeps {distance}. Kept elsewhere they cannot be lost in a liquidation, or with the exchange.</source>
        <translation>Sie werden nicht als Margin gebraucht: Ohne sie behält jede Position noch {distance}. Anderswo aufbewahrt können sie nicht in einer Liquidation oder mit der Börse verloren gehen.</translation>
    </message>
    <message>
        <source>Your line is {line}. Hold less of it, with less margin behind it.</source>
        <translation>Ihre Grenze ist {line}. Halten Sie weniger davon, mit weniger Margin dahinter.</translation>
    </message>
    <message>
        <source>Your line is {line}. Move what is not needed as margin elsewhere, or trade isolated: a cross pool can lose all of its wallet.</source>
        <translation>Ihre Grenze ist {line}. Bringen Sie anderswohin, was nicht als Margin gebraucht wird, oder handeln Sie isolated: Ein Cross-Pool kann sein ganzes Wallet verlieren.</translation>
    </message>
    <message>
        <source>{gap} past the liquidation price the margin is gone; after a jump of {jump} {missing} are missing, and the venue does not say that it bears them. Hold less, or set a stop well before liquidation.</source>
        <translation>{gap} jenseits des Liquidationspreises ist die Margin weg; nach einem Sprung um {jump} fehlen {missing}, und die Börse sagt nicht, dass sie das trägt. Weniger halten oder einen Stop deutlich vor der Liquidation setzen.</translation>
    </message>
    <message>
        <source>{loss} from the entry, slippage included; your line is {line}. Move the stops nearer (the first one is at {stop}), or hold less.</source>
        <translation>{loss} vom Einstieg an, mit Slippage; Ihre Grenze ist {line}. Die Stops näher setzen (der erste liegt bei {stop}) oder weniger halten.</translation>
    </message>
    <message>
        <source>{margin} stand behind this one trade; your line is {line}. Hold less, so that one mistake stays small.</source>
        <translation>{margin} stehen hinter diesem einen Trade; Ihre Grenze ist {line}. Weniger halten, damit ein Fehler klein bleibt.</translation>
    </message>
    <message>
        <source>{name} · a jump through liquidation may leave you a debt</source>
        <translation>{name} · ein Sprung durch die Liquidation kann Schulden hinterlassen</translation>
    </message>
    <message>
        <source>{name} · a thin book would leave {share} of it open</source>
        <translation>{name} · ein dünnes Orderbuch ließe {share} davon offen</translation>
    </message>
    <message>
        <source>{name} · about {amount} USD lie there for nothing</source>
        <translation>{name} · etwa {amount} USD liegen dort ohne Nutzen</translation>
    </message>
    <message>
        <source>{name} · closing it at once costs {share} of its margin</source>
        <translation>{name} · sofort schließen kostet {share} der Margin</translation>
    </message>
    <message>
        <source>{name} · funding alone brings liquidation to {line} within {days}</source>
        <translation>{name} · allein Funding bringt die Liquidation in {days} auf {line} heran</translation>
    </message>
    <message>
        <source>{name} · funding does not bring liquidation nearer now</source>
        <translation>{name} · Funding bringt die Liquidation jetzt nicht näher</translation>
    </message>
    <message>
        <source>{name} · its effective leverage is {leverage}</source>
        <translation>{name} · der effektive Hebel ist {leverage}</translation>
    </message>
    <message>
        <source>{name} · its margin is {share} of the account</source>
        <translation>{name} · die Margin ist {share} des Kontos</translation>
    </message>
    <message>
        <source>{name} · its stops lose {share} of its margin</source>
        <translation>{name} · die Stops verlieren {share} der Margin</translation>
    </message>
    <message>
        <source>{name} · liquidated within 24 h in {low} to {high} of such cases</source>
        <translation>{name} · in {low} bis {high} solcher Fälle binnen 24 h liquidiert</translation>
    </message>
    <message>
        <source>{name} · no jump leaves you a debt</source>
        <translation>{name} · kein Sprung hinterlässt Schulden</translation>
    </message>
    <message>
        <source>{name} · up to {amount} can be lost: {share} of the account</source>
        <translation>{name} · bis zu {amount} können verloren gehen: {share} des Kontos</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.clocks</name>
    <message>
        <source>Measured against {venue}. Requests are corrected for it, times on screen are not. Switch on automatic time.</source>
        <translation>Gemessen an {venue}. Anfragen werden darum korrigiert, Zeiten auf dem Bildschirm nicht. Schalten Sie die automatische Uhrzeit ein.</translation>
    </message>
    <message>
        <source>No other venue agrees with it. Requests are corrected for it; times that it tells are its own.</source>
        <translation>Keine andere Börse stimmt ihr zu. Anfragen werden darum korrigiert; Zeiten, die sie nennt, sind ihre eigenen.</translation>
    </message>
    <message>
        <source>The clock of {venue} is {seconds} s ahead</source>
        <translation>Die Uhr von {venue} geht {seconds} s vor</translation>
    </message>
    <message>
        <source>The clock of {venue} is {seconds} s behind</source>
        <translation>Die Uhr von {venue} geht {seconds} s nach</translation>
    </message>
    <message>
        <source>The time is measured anew and the request repeated. Switch on automatic time.</source>
        <translation>Die Zeit wird neu gemessen und die Anfrage wiederholt. Schalten Sie die automatische Uhrzeit ein.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {seconds} s fast</source>
        <translation>Die Uhr dieses Computers geht {seconds} s vor</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {seconds} s slow</source>
        <translation>Die Uhr dieses Computers geht {seconds} s nach</translation>
    </message>
    <message>
        <source>{venues} agree on it. Requests are corrected for it, times on screen are not. Switch on automatic time.</source>
        <translation>{venues} sind sich darin einig. Anfragen werden darum korrigiert, Zeiten auf dem Bildschirm nicht. Schalten Sie die automatische Uhrzeit ein.</translation>
    </message>
    <message>
        <source>{venues} and this computer agree. Requests are corrected for it; times that {venue} tells are its own.</source>
        <translation>{venues} und dieser Computer sind sich einig. Anfragen werden darum korrigiert; Zeiten, die {venue} nennt, sind ihre eigenen.</translation>
    </message>
    <message>
        <source>{venue} refuses requests because of their time</source>
        <translation>{venue} lehnt Anfragen wegen ihrer Uhrzeit ab</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.data_readings</name>
    <message>
        <source>Every account is blind. Check the connection; a stop order at the exchange works without it.</source>
        <translation>Alle Konten sind blind. Prüfen Sie die Verbindung; eine Stop-Order an der Börse wirkt auch ohne sie.</translation>
    </message>
    <message>
        <source>Its risk figures are the last ones known.</source>
        <translation>Die Risikozahlen sind die letzten bekannten.</translation>
    </message>
    <message>
        <source>Look at the venue.</source>
        <translation>Sehen Sie an der Börse nach.</translation>
    </message>
    <message>
        <source>No network: no venue answers since {age}</source>
        <translation>Kein Netz: seit {age} antwortet keine Börse</translation>
    </message>
    <message>
        <source>No valid answer has come.</source>
        <translation>Es kam keine gültige Antwort.</translation>
    </message>
    <message>
        <source>Nothing is cleared meanwhile.</source>
        <translation>Bis dahin wird nichts entwarnt.</translation>
    </message>
    <message>
        <source>Nothing was watched for {asleep}</source>
        <translation>{asleep} lang wurde nichts überwacht</translation>
    </message>
    <message>
        <source>The account is read by the timer, so nothing is missed, but it is seen later. The stream was dialled anew; this ends when it tells something, or after half an hour.</source>
        <translation>Das Konto wird nach der Uhr gelesen, so geht nichts verloren, aber es wird später gesehen. Der Stream wurde neu aufgebaut; dies endet, wenn er etwas meldet, oder nach einer halben Stunde.</translation>
    </message>
    <message>
        <source>The venue answers, but with an old price: distances rest on it. Look at the price at the venue.</source>
        <translation>Die Börse antwortet, aber mit einem alten Preis, auf dem die Abstände beruhen. Sehen Sie den Preis an der Börse nach.</translation>
    </message>
    <message>
        <source>The venue’s own price is used.</source>
        <translation>Der Preis der Börse wird verwendet.</translation>
    </message>
    <message>
        <source>This computer slept, or the program stood still. Everything is read anew; look at your positions.</source>
        <translation>Dieser Computer hat geschlafen, oder das Programm stand still. Alles wird neu gelesen; sehen Sie nach Ihren Positionen.</translation>
    </message>
    <message>
        <source>What is not listed is not guarded. Look at the venue.</source>
        <translation>Was nicht aufgeführt ist, wird nicht überwacht. Sehen Sie an der Börse nach.</translation>
    </message>
    <message>
        <source>{account}: data is fresh again</source>
        <translation>{account}: Daten sind wieder frisch</translation>
    </message>
    <message>
        <source>{account}: its answers cannot be believed</source>
        <translation>{account}: den Antworten ist nicht zu trauen</translation>
    </message>
    <message>
        <source>{account}: its stream did not tell that {symbol} changed</source>
        <translation>{account}: sein Stream hat nicht gemeldet, dass sich {symbol} geändert hat</translation>
    </message>
    <message>
        <source>{account}: its totals speak of positions that its list leaves out</source>
        <translation>{account}: die Summen sprechen von Positionen, die in der Liste fehlen</translation>
    </message>
    <message>
        <source>{account}: no data yet</source>
        <translation>{account}: noch keine Daten</translation>
    </message>
    <message>
        <source>{account}: no fresh data for {age}</source>
        <translation>{account}: seit {age} keine frischen Daten</translation>
    </message>
    <message>
        <source>{account}: the mark price of {base} is {age} old</source>
        <translation>{account}: der Markpreis von {base} ist {age} alt</translation>
    </message>
    <message>
        <source>{account}: {count} position missing without proof</source>
        <translation>{account}: {count} Position fehlt ohne Nachweis</translation>
    </message>
    <message>
        <source>{account}: {count} positions missing without proof</source>
        <translation>{account}: {count} Positionen fehlen ohne Nachweis</translation>
    </message>
    <message>
        <source>{names}: not in the venue&apos;s answer, but nothing proves that it is closed. It stays, marked. Look at the venue.</source>
        <translation>{names}: nicht in der Antwort der Börse, aber nichts beweist, dass sie geschlossen ist. Sie bleibt, markiert. Sehen Sie an der Börse nach.</translation>
    </message>
    <message>
        <source>{name} · {account_id} · how near liquidation is, is unknown</source>
        <translation>{name} · {account_id} · wie nah die Liquidation ist, ist unbekannt</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.keys</name>
    <message>
        <source>Marginwatch only reads, but a key that can trade is a danger wherever it lies. Store one that may only read, or agree to this one under Accounts.</source>
        <translation>Marginwatch liest nur, aber ein Schlüssel, der handeln kann, ist überall eine Gefahr. Hinterlegen Sie einen, der nur lesen darf, oder stimmen Sie diesem unter „Konten“ zu.</translation>
    </message>
    <message>
        <source>The account is not read until that right is gone. Switch it off at {venue}, or store a key that may only read.</source>
        <translation>Das Konto wird nicht gelesen, solange dieses Recht besteht. Schalten Sie es bei {venue} aus, oder hinterlegen Sie einen Schlüssel, der nur lesen darf.</translation>
    </message>
    <message>
        <source>Without it the account is not read. Make a new read-only key at {venue} and store it under Accounts.</source>
        <translation>Ohne ihn wird das Konto nicht gelesen. Erstellen Sie bei {venue} einen neuen Schlüssel, der nur lesen darf, und hinterlegen Sie ihn unter „Konten“.</translation>
    </message>
    <message>
        <source>{account}: its key can trade{words}</source>
        <translation>{account}: der Schlüssel kann handeln{words}</translation>
    </message>
    <message>
        <source>{account}: its key expired on {day}</source>
        <translation>{account}: der Schlüssel ist am {day} abgelaufen</translation>
    </message>
    <message>
        <source>{account}: its key expires on {day}, in {days}</source>
        <translation>{account}: der Schlüssel läuft am {day} ab (noch {days})</translation>
    </message>
    <message>
        <source>{account}: its key is as agreed</source>
        <translation>{account}: der Schlüssel ist wie vereinbart</translation>
    </message>
    <message>
        <source>{account}: its key is good until {day}</source>
        <translation>{account}: der Schlüssel gilt bis {day}</translation>
    </message>
    <message>
        <source>{account}: its key may withdraw or transfer money{words}</source>
        <translation>{account}: der Schlüssel darf Geld abheben oder übertragen{words}</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.position_conditions</name>
    <message>
        <source>At this rate it costs what you hold.</source>
        <translation>Bei diesem Satz kostet das Halten.</translation>
    </message>
    <message>
        <source>At this rate it costs what you hold: {paid} {settle} a day.</source>
        <translation>Bei diesem Satz kostet das Halten {paid} {settle} am Tag.</translation>
    </message>
    <message>
        <source>At this rate it costs {cost} {currency} a day. Close or cut it if you do not want to pay.</source>
        <translation>Bei diesem Satz kostet sie {cost} {currency} am Tag. Schließen oder verkleinern Sie sie, wenn Sie nicht zahlen wollen.</translation>
    </message>
    <message>
        <source>In a crash the exchange may close a winning position by force. Less leverage moves it back.</source>
        <translation>In einem Crash kann die Börse eine Gewinnposition zwangsweise schließen. Weniger Hebel schiebt sie in der Reihe zurück.</translation>
    </message>
    <message>
        <source>Its maintenance rate went from {old} to {new}.</source>
        <translation>Der Maintenance-Satz ging von {old} auf {new}.</translation>
    </message>
    <message>
        <source>Its maintenance-margin tiers are others now.</source>
        <translation>Die Stufen der Maintenance-Margin sind jetzt andere.</translation>
    </message>
    <message>
        <source>Nothing closes it before its liquidation. Set a stop at the exchange: it works while this computer is off.</source>
        <translation>Nichts schließt sie vor der Liquidation. Ein Stop an der Börse wirkt auch, wenn dieser Computer aus ist.</translation>
    </message>
    <message>
        <source>Ours {ours}, the venue&apos;s {told}: the nearer one rings.</source>
        <translation>Unserer {ours}, der der Börse {told}: Der nähere schlägt Alarm.</translation>
    </message>
    <message>
        <source>The exchange liquidates at first: that stop never fills. Move it before that price.</source>
        <translation>Die Börse liquidiert vorher: Dieser Stop wird nie ausgeführt; er gehört vor diesen Preis.</translation>
    </message>
    <message>
        <source>The exchange liquidates at {price} first: that stop never fills. Move it before that price.</source>
        <translation>Die Börse liquidiert vorher bei {price}: Dieser Stop wird nie ausgeführt; er gehört vor diesen Preis.</translation>
    </message>
    <message>
        <source>The liquidation price comes nearer with each payment.</source>
        <translation>Mit jeder Zahlung rückt der Liquidationspreis näher.</translation>
    </message>
    <message>
        <source>The liquidation price is {now} by the new ones.</source>
        <translation>Nach den neuen liegt der Liquidationspreis bei {now}.</translation>
    </message>
    <message>
        <source>The rate may stay or go on. Close or cut it if you do not want to pay.</source>
        <translation>Der Satz kann bleiben oder weitersteigen. Schließen oder verkleinern Sie die Position, wenn Sie nicht zahlen wollen.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{rate} received</source>
        <translation>{rate} erhalten</translation>
    </message>
    <message>
        <source>{row} · a stop lies beyond the liquidation price</source>
        <translation>{row} · ein Stop liegt jenseits des Liquidationspreises</translation>
    </message>
    <message>
        <source>{row} · first in the queue for auto-deleveraging</source>
        <translation>{row} · vorn in der Reihe für das Auto-Deleveraging</translation>
    </message>
    <message>
        <source>{row} · funding has jumped: it pays {now} a day, lately {usual}</source>
        <translation>{row} · Funding ist gesprungen: zahlt {now} am Tag, zuletzt {usual}</translation>
    </message>
    <message>
        <source>{row} · funding is high: it pays {paid} every 8 h</source>
        <translation>{row} · Funding ist gesprungen: zahlt {paid} alle 8 h</translation>
    </message>
    <message>
        <source>{row} · no stop order</source>
        <translation>{row} · keine Stop-Order</translation>
    </message>
    <message>
        <source>{row} · our liquidation price and the venue&apos;s differ by {gap} of the mark</source>
        <translation>{row} · unser Liquidationspreis und der der Börse liegen {gap} des Markpreises auseinander</translation>
    </message>
    <message>
        <source>{row} · stops cover {cover} % of it</source>
        <translation>{row} · Stops decken {cover} % davon</translation>
    </message>
    <message>
        <source>{row} · the venue changed the margin rules</source>
        <translation>{row} · die Börse hat die Margin-Regeln geändert</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.price_alerts</name>
    <message>
        <source>It cannot speak. Choose an account whose venue lists this symbol, or remove the alert.</source>
        <translation>Er kann sich nicht melden. Wählen Sie ein Konto, dessen Börse dieses Symbol führt, oder entfernen Sie den Preisalarm.</translation>
    </message>
    <message>
        <source>Price alert {name} above {limit}: no price comes</source>
        <translation>Preisalarm {name} über {limit}: es kommt kein Preis</translation>
    </message>
    <message>
        <source>Price alert {name} below {limit}: no price comes</source>
        <translation>Preisalarm {name} unter {limit}: es kommt kein Preis</translation>
    </message>
    <message>
        <source>The last price is {now}.</source>
        <translation>Der letzte Preis ist {now}.</translation>
    </message>
    <message>
        <source>The mark price is {now}.</source>
        <translation>Der Markpreis ist {now}.</translation>
    </message>
    <message>
        <source>{name} is above {limit}</source>
        <translation>{name} liegt über {limit}</translation>
    </message>
    <message>
        <source>{name} is below {limit}</source>
        <translation>{name} liegt unter {limit}</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.risk_readings</name>
    <message>
        <source>A stop lies beyond the liquidation price: it will never fill.</source>
        <translation>Ein Stop liegt jenseits des Liquidationspreises: Er wird nie ausgeführt.</translation>
    </message>
    <message>
        <source>Add {money} or cut {size} to reach {aim}.</source>
        <translation>{money} nachschießen oder {size} abbauen, um {aim} zu erreichen.</translation>
    </message>
    <message>
        <source>Add {money} to reach {aim}.</source>
        <translation>{money} nachschießen, um {aim} zu erreichen.</translation>
    </message>
    <message>
        <source>Add {need} {settle} to come under {warning}.</source>
        <translation>{need} {settle} nachschießen, um unter {warning} zu kommen.</translation>
    </message>
    <message>
        <source>By itself the nearest one would have {naive}.</source>
        <translation>Für sich allein hätte der nächste {naive}.</translation>
    </message>
    <message>
        <source>By the venue&apos;s figure; ours is {ratio}.</source>
        <translation>Nach der Zahl der Börse; unsere ist {ratio}.</translation>
    </message>
    <message>
        <source>If every price moves together, {distance} is enough.</source>
        <translation>Bewegen sich alle Preise gemeinsam, genügen {distance}.</translation>
    </message>
    <message>
        <source>Maintenance margin {maintenance_margin} against equity {equity} {settle}, {headroom} of room; at 100 % the exchange liquidates.</source>
        <translation>Maintenance-Margin {maintenance_margin} gegen Equity {equity} {settle}, {headroom} Spielraum; bei 100 % liquidiert die Börse.</translation>
    </message>
    <message>
        <source>Mark {mark}, {age} old.</source>
        <translation>Markpreis {mark}, {age} alt.</translation>
    </message>
    <message>
        <source>Mark {mark}.</source>
        <translation>Markpreis {mark}.</translation>
    </message>
    <message>
        <source>No stop order covers it.</source>
        <translation>Keine Stop-Order deckt sie.</translation>
    </message>
    <message>
        <source>PAST its liquidation</source>
        <translation>JENSEITS der Liquidation</translation>
    </message>
    <message>
        <source>PAST its liquidation price</source>
        <translation>JENSEITS des Liquidationspreises</translation>
    </message>
    <message>
        <source>The venue&apos;s liquidation price; ours is {ours}.</source>
        <translation>Liquidationspreis der Börse; unserer ist {ours}.</translation>
    </message>
    <message>
        <source>a common fall of {distance} liquidates it</source>
        <translation>ein gemeinsamer Rückgang um {distance} liquidiert</translation>
    </message>
    <message>
        <source>a common rise of {distance} liquidates it</source>
        <translation>ein gemeinsamer Anstieg um {distance} liquidiert</translation>
    </message>
    <message>
        <source>liquidation price unknown</source>
        <translation>Liquidationspreis unbekannt</translation>
    </message>
    <message>
        <source>no price can liquidate it</source>
        <translation>kein Preis kann sie liquidieren</translation>
    </message>
    <message>
        <source>{distance} to liquidation {price}</source>
        <translation>{distance} bis zur Liquidation {price}</translation>
    </message>
    <message>
        <source>{headroom} {settle} of room are left.</source>
        <translation>{headroom} {settle} Spielraum bleiben.</translation>
    </message>
    <message>
        <source>{pool} · margin ratio {worse}</source>
        <translation>{pool} · Margin-Quote {worse}</translation>
    </message>
</context>
<context>
    <name>monitor.alerts.wording</name>
    <message>
        <source>{count} contracts</source>
        <translation>{count} Kontrakte</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tagen</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
</context>
<context>
    <name>monitor.autostart</name>
    <message>
        <source>Marginwatch no longer starts at login.</source>
        <translation>Marginwatch startet nicht mehr bei der Anmeldung.</translation>
    </message>
    <message>
        <source>Marginwatch starts at login.</source>
        <translation>Marginwatch startet bei der Anmeldung.</translation>
    </message>
    <message>
        <source>On Windows: press Win+R, type shell:startup, and put a shortcut to Marginwatch there.</source>
        <translation>Unter Windows: Win+R drücken, shell:startup eingeben und dort eine Verknüpfung zu Marginwatch ablegen.</translation>
    </message>
    <message>
        <source>On macOS: System Settings → General → Login Items → add Marginwatch.</source>
        <translation>Unter macOS: Systemeinstellungen → Allgemein → Anmeldeobjekte → Marginwatch hinzufügen.</translation>
    </message>
    <message>
        <source>The autostart entry cannot be changed ({error}).</source>
        <translation>Der Autostart-Eintrag lässt sich nicht ändern ({error}).</translation>
    </message>
    <message>
        <source>This system has no autostart folder.</source>
        <translation>Dieses System hat keinen Autostart-Ordner.</translation>
    </message>
</context>
<context>
    <name>monitor.channel_list</name>
    <message>
        <source>Nothing is wrong. This is how an alarm arrives.</source>
        <translation>Alles in Ordnung. So kommt ein Alarm an.</translation>
    </message>
    <message>
        <source>TEST: Marginwatch reaches you here</source>
        <translation>TEST: Marginwatch erreicht Sie hier</translation>
    </message>
    <message>
        <source>The channels have changed meanwhile; look at the list and try again.</source>
        <translation>Die Kanäle haben sich inzwischen geändert; sehen Sie die Liste an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The order is saved.</source>
        <translation>Die Reihenfolge ist gespeichert.</translation>
    </message>
    <message>
        <source>There is no channel {name!r}; known: {known}.</source>
        <translation>Es gibt keinen Kanal {name!r}; bekannt: {known}.</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>{name} is removed, with its secrets.</source>
        <translation>{name} ist entfernt, samt seinen Geheimnissen.</translation>
    </message>
    <message>
        <source>{name} is saved. Send a test through it now.</source>
        <translation>{name} ist gespeichert. Schicken Sie jetzt einen Test hindurch.</translation>
    </message>
    <message>
        <source>{name}: a new channel needs its tokens or address.</source>
        <translation>{name}: Ein neuer Kanal braucht seine Token oder Adresse.</translation>
    </message>
    <message>
        <source>{name}: {names} is needed; nothing was stored.</source>
        <translation>{name}: {names} wird gebraucht; nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>monitor.child</name>
    <message>
        <source>another window took over</source>
        <translation>ein anderes Fenster hat übernommen</translation>
    </message>
    <message>
        <source>the demo&apos;s window is gone</source>
        <translation>das Fenster der Demo ist weg</translation>
    </message>
    <message>
        <source>the window was closed</source>
        <translation>das Fenster wurde geschlossen</translation>
    </message>
</context>
<context>
    <name>monitor.credentials</name>
    <message>
        <source>Install one and log in again: sudo apt install gnome-keyring libsecret-1-0 dbus-user-session</source>
        <translation>Installieren Sie einen und melden Sie sich neu an: sudo apt install gnome-keyring libsecret-1-0 dbus-user-session</translation>
    </message>
    <message>
        <source>No keyring service is running, so the key cannot be kept safely.</source>
        <translation>Es läuft kein Schlüsselbund-Dienst, also kann der Schlüssel nicht sicher aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The Windows credential manager must be switched on.</source>
        <translation>Die Windows-Anmeldeinformationsverwaltung muss eingeschaltet sein.</translation>
    </message>
    <message>
        <source>The keyring did not give back what was stored; nothing was kept.</source>
        <translation>Der Schlüsselbund gab nicht zurück, was gespeichert wurde; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>The keyring does not answer; is its unlock window open? Log out and in again if it stays silent.</source>
        <translation>Der Schlüsselbund antwortet nicht; ist sein Entsperrfenster offen? Melden Sie sich ab und wieder an, wenn er stumm bleibt.</translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it (log in to the desktop, or open its password manager) and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt: Entsperren Sie ihn (am Desktop anmelden oder die Passwortverwaltung öffnen) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring refused the request ({detail}).</source>
        <translation>Der Schlüsselbund hat die Anfrage abgelehnt ({detail}).</translation>
    </message>
    <message>
        <source>The keyring&apos;s entry for this account is damaged; add the key again.</source>
        <translation>Der Eintrag dieses Kontos im Schlüsselbund ist beschädigt; fügen Sie den Schlüssel neu hinzu.</translation>
    </message>
    <message>
        <source>The macOS login keychain must exist.</source>
        <translation>Der Anmelde-Schlüsselbund von macOS muss vorhanden sein.</translation>
    </message>
    <message>
        <source>This key is too long for the Windows credential store; use an Ed25519 or HMAC key.</source>
        <translation>Dieser Schlüssel ist zu lang für den Windows-Anmeldespeicher; verwenden Sie einen Ed25519- oder HMAC-Schlüssel.</translation>
    </message>
    <message>
        <source>its helper process could not be used</source>
        <translation>sein Hilfsprozess ließ sich nicht verwenden</translation>
    </message>
    <message>
        <source>its helper process ended early</source>
        <translation>sein Hilfsprozess endete vorzeitig</translation>
    </message>
</context>
<context>
    <name>monitor.engine.changes</name>
    <message>
        <source>The account was read.</source>
        <translation>Das Konto wurde gelesen.</translation>
    </message>
    <message>
        <source>This is the demo: it tells nobody outside this computer. Start Marginwatch without it.</source>
        <translation>Das ist die Demo: Sie meldet niemandem außerhalb dieses Computers. Starten Sie Marginwatch ohne sie.</translation>
    </message>
    <message>
        <source>{account} is removed, with its key.</source>
        <translation>{account} ist entfernt, samt Schlüssel.</translation>
    </message>
    <message>
        <source>{account} is saved.</source>
        <translation>{account} ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>monitor.engine.commands</name>
    <message>
        <source>Nothing is wrong. Acknowledge it to end the test.</source>
        <translation>Alles in Ordnung. Quittieren Sie ihn, um den Test zu beenden.</translation>
    </message>
    <message>
        <source>TEST {name}: the alarm chain works</source>
        <translation>TEST {name}: die Alarmkette funktioniert</translation>
    </message>
</context>
<context>
    <name>monitor.engine.loop</name>
    <message>
        <source>Monitoring stopped by the user</source>
        <translation>Überwachung vom Benutzer beendet</translation>
    </message>
    <message>
        <source>The program ended before the window showed it.</source>
        <translation>Das Programm endete, bevor das Fenster es zeigte.</translation>
    </message>
    <message>
        <source>{count} position is open and no longer guarded ({reason}).</source>
        <translation>{count} Position ist offen und wird nicht mehr überwacht ({reason}).</translation>
    </message>
    <message>
        <source>{count} positions are open and no longer guarded ({reason}).</source>
        <translation>{count} Positionen sind offen und werden nicht mehr überwacht ({reason}).</translation>
    </message>
</context>
<context>
    <name>monitor.engine.reach</name>
    <message>
        <source>Shown by the window.</source>
        <translation>Vom Fenster gezeigt.</translation>
    </message>
    <message>
        <source>The engine goes on guarding and tells by itself. Start Marginwatch again to see it.</source>
        <translation>Die Engine überwacht weiter und meldet von sich aus. Starten Sie Marginwatch neu, um sie zu sehen.</translation>
    </message>
    <message>
        <source>The window does not answer</source>
        <translation>Das Fenster antwortet nicht</translation>
    </message>
</context>
<context>
    <name>monitor.engine.watchdog</name>
    <message>
        <source>Free some space or mend the folder; then all is stored again.</source>
        <translation>Schaffen Sie Platz oder bringen Sie den Ordner in Ordnung; dann wird alles wieder gespeichert.</translation>
    </message>
    <message>
        <source>Mend it and test again.</source>
        <translation>Beheben Sie das und testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The alarm chain did not pass its test</source>
        <translation>Die Alarmkette hat ihren Test nicht bestanden</translation>
    </message>
    <message>
        <source>What is said is not being kept</source>
        <translation>Was gemeldet wird, wird nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>monitor.errors</name>
    <message>
        <source>Check the key, its read permission and its IP list at the venue.</source>
        <translation>Prüfen Sie an der Börse den Schlüssel, sein Leserecht und seine IP-Liste.</translation>
    </message>
    <message>
        <source>Check the network; the program keeps trying.</source>
        <translation>Prüfen Sie das Netz; das Programm versucht es weiter.</translation>
    </message>
    <message>
        <source>Nothing is shown as safe; please report it with a diagnostics bundle.</source>
        <translation>Nichts wird als sicher gezeigt; bitte melden Sie es mit einem Diagnosepaket.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock (switch on automatic time).</source>
        <translation>Stellen Sie die Uhr dieses Computers (automatische Uhrzeit einschalten).</translation>
    </message>
    <message>
        <source>The program waits as the venue asks.</source>
        <translation>Das Programm wartet, wie es die Börse verlangt.</translation>
    </message>
    <message>
        <source>The venue is in trouble; the program keeps trying.</source>
        <translation>Die Börse hat Schwierigkeiten; das Programm versucht es weiter.</translation>
    </message>
</context>
<context>
    <name>monitor.feeds.depth_feed</name>
    <message>
        <source>{symbol}: its order book is older than {minutes} minutes</source>
        <translation>{symbol}: das Orderbuch ist älter als {minutes} Minuten</translation>
    </message>
    <message>
        <source>{symbol}: the venue does not answer</source>
        <translation>{symbol}: die Börse antwortet nicht</translation>
    </message>
</context>
<context>
    <name>monitor.feeds.fund_feed</name>
    <message>
        <source>the venue does not answer</source>
        <translation>die Börse antwortet nicht</translation>
    </message>
</context>
<context>
    <name>monitor.feeds.volatility_feed</name>
    <message>
        <source>{symbol}: its price bars are older than {hours} hours</source>
        <translation>{symbol}: die Kurskerzen sind älter als {hours} Stunden</translation>
    </message>
    <message>
        <source>{symbol}: the venue&apos;s newest price bar is more than {oldest_bar_ms} hours old</source>
        <translation>{symbol}: die neueste Kurskerze der Börse ist mehr als {oldest_bar_ms} Stunden alt</translation>
    </message>
</context>
<context>
    <name>monitor.feeds.watch_account</name>
    <message>
        <source>{account}: the keyring holds no key for this account; add it again.</source>
        <translation>{account}: Der Schlüsselbund enthält keinen Schlüssel für dieses Konto; fügen Sie ihn neu hinzu.</translation>
    </message>
    <message>
        <source>{account}: unexpected {kind}; see the log.</source>
        <translation>{account}: unerwartet: {kind}; siehe Protokoll.</translation>
    </message>
</context>
<context>
    <name>monitor.history.database</name>
    <message>
        <source>The database cannot be used ({error}).</source>
        <translation>Die Datenbank ist nicht zu gebrauchen ({error}).</translation>
    </message>
    <message>
        <source>The database cannot be written ({error}).</source>
        <translation>Die Datenbank kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>The database was damaged and set aside as {name}; a new one was started.</source>
        <translation>Die Datenbank war beschädigt und wurde als {name} beiseitegelegt; eine neue wurde begonnen.</translation>
    </message>
    <message>
        <source>The database {name} cannot be opened ({error}).</source>
        <translation>Die Datenbank {name} kann nicht geöffnet werden ({error}).</translation>
    </message>
    <message>
        <source>The database {name} cannot be read ({error}).</source>
        <translation>Die Datenbank {name} kann nicht gelesen werden ({error}).</translation>
    </message>
    <message>
        <source>The database {name} was overwritten while it was in use.</source>
        <translation>Die Datenbank {name} wurde während der Benutzung überschrieben.</translation>
    </message>
    <message>
        <source>The database {name} was removed while it was in use.</source>
        <translation>Die Datenbank {name} wurde während der Benutzung entfernt.</translation>
    </message>
    <message>
        <source>The database {name} was written by a newer version of Marginwatch.</source>
        <translation>Die Datenbank {name} wurde von einer neueren Version von Marginwatch geschrieben.</translation>
    </message>
    <message>
        <source>There is no journal yet ({path}); it begins when Marginwatch first guards.</source>
        <translation>Es gibt noch kein Journal ({path}); es beginnt, wenn Marginwatch zum ersten Mal überwacht.</translation>
    </message>
    <message>
        <source>{name} is of another version of Marginwatch; start the program once.</source>
        <translation>{name} stammt von einer anderen Version von Marginwatch; starten Sie das Programm einmal.</translation>
    </message>
</context>
<context>
    <name>monitor.history.look_back</name>
    <message>
        <source>The database does not answer now; please try again in a moment.</source>
        <translation>Die Datenbank antwortet gerade nicht; versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>monitor.history.recorder</name>
    <message>
        <source>Alarms go on from memory.</source>
        <translation>Alarme laufen aus dem Arbeitsspeicher weiter.</translation>
    </message>
    <message>
        <source>The database does not answer.</source>
        <translation>Die Datenbank antwortet nicht.</translation>
    </message>
    <message>
        <source>The database does not answer; alarms go on from memory.</source>
        <translation>Die Datenbank antwortet nicht; Alarme laufen aus dem Arbeitsspeicher weiter.</translation>
    </message>
</context>
<context>
    <name>monitor.key_words</name>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>a new one once a year is safer</source>
        <translation>einmal im Jahr ein neuer ist sicherer</translation>
    </message>
    <message>
        <source>any IP address</source>
        <translation>jede IP-Adresse</translation>
    </message>
    <message>
        <source>any IP address may use it; bind it to yours at the venue</source>
        <translation>jede IP-Adresse darf ihn verwenden; binden Sie ihn an der Börse an Ihre</translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation>abgefragt {day}</translation>
    </message>
    <message>
        <source>bound to IP addresses</source>
        <translation>an IP-Adressen gebunden</translation>
    </message>
    <message>
        <source>can trade (agreed {day})</source>
        <translation>kann handeln (zugestimmt {day})</translation>
    </message>
    <message>
        <source>can trade (not agreed to)</source>
        <translation>kann handeln (nicht zugestimmt)</translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation>läuft nicht ab</translation>
    </message>
    <message>
        <source>expired on {day}</source>
        <translation>abgelaufen am {day}</translation>
    </message>
    <message>
        <source>expires on {day}, in {days}</source>
        <translation>läuft am {day} ab (noch {days})</translation>
    </message>
    <message>
        <source>it can trade{words}; one that may only read is safer</source>
        <translation>er kann handeln{words}; einer, der nur lesen darf, ist sicherer</translation>
    </message>
    <message>
        <source>it does not expire</source>
        <translation>er läuft nicht ab</translation>
    </message>
    <message>
        <source>it expired on {day}</source>
        <translation>er ist am {day} abgelaufen</translation>
    </message>
    <message>
        <source>it expires on {day}, in {days}</source>
        <translation>er läuft am {day} ab (noch {days})</translation>
    </message>
    <message>
        <source>it may only read</source>
        <translation>er darf nur lesen</translation>
    </message>
    <message>
        <source>it may withdraw or transfer money{words}; make a key that may only read</source>
        <translation>er darf Geld abheben oder übertragen{words}; erstellen Sie einen Schlüssel, der nur lesen darf</translation>
    </message>
    <message>
        <source>its age is not told</source>
        <translation>sein Alter wird nicht genannt</translation>
    </message>
    <message>
        <source>its expiry is not told</source>
        <translation>sein Ablauf wird nicht genannt</translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation>unter einem Tag</translation>
    </message>
    <message>
        <source>made {day}, {age} ago</source>
        <translation>erstellt am {day} (Alter: {age})</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>only listed IP addresses may use it</source>
        <translation>nur gelistete IP-Adressen dürfen ihn verwenden</translation>
    </message>
    <message>
        <source>the venue did not say what this key may do</source>
        <translation>die Börse hat nicht gesagt, was dieser Schlüssel darf</translation>
    </message>
    <message>
        <source>the venue does not say whether it is bound to your IP address</source>
        <translation>die Börse sagt nicht, ob er an Ihre IP-Adresse gebunden ist</translation>
    </message>
    <message>
        <source>there is none: an address can only be looked at</source>
        <translation>keine: eine Adresse kann man nur ansehen</translation>
    </message>
    <message>
        <source>unverified: {why}</source>
        <translation>ungeprüft: {why}</translation>
    </message>
    <message>
        <source>{age} old</source>
        <translation>{age} alt</translation>
    </message>
    <message>
        <source>{count:,} days</source>
        <translation>{count:,} Tage</translation>
    </message>
</context>
<context>
    <name>monitor.margin.binance</name>
    <message>
        <source>Binance publishes the formula and it is reproduced from the account&apos;s own inputs.</source>
        <translation>Binance veröffentlicht die Formel; sie wird aus den Angaben des Kontos nachgerechnet.</translation>
    </message>
    <message>
        <source>Binance publishes the multi-assets ratio; balances count at bid, debts and requirements at ask.</source>
        <translation>Binance veröffentlicht die Multi-Asset-Quote; Guthaben zählen zum Bid, Schulden und Anforderungen zum Ask.</translation>
    </message>
    <message>
        <source>sum of balances after collateral rate = 1.05 x unified maintenance margin</source>
        <translation>Summe der Guthaben nach Sicherheitensatz = 1.05 x einheitliche Maintenance-Margin</translation>
    </message>
    <message>
        <source>sum of min(balance x bid, balance x ask) = sum of maintenance margin x ask</source>
        <translation>Summe von min(Guthaben x Bid, Guthaben x Ask) = Summe von Maintenance-Margin x Ask</translation>
    </message>
    <message>
        <source>uniMMR follows the published rule; Binance publishes no price, so it is solved for uniMMR = 105 %.</source>
        <translation>uniMMR folgt der veröffentlichten Regel; Binance veröffentlicht keinen Preis, also wird nach uniMMR = 105 % aufgelöst.</translation>
    </message>
    <message>
        <source>wallet + unrealised PnL = value x rate - maintenance amount, of all positions in the pool</source>
        <translation>Wallet + unrealisierter PnL = Wert x Satz - Maintenance-Betrag, über alle Positionen im Pool</translation>
    </message>
</context>
<context>
    <name>monitor.margin.binance_coinm</name>
    <message>
        <source>Binance publishes the formula and it is reproduced to 8 decimals from a real answer.</source>
        <translation>Binance veröffentlicht die Formel; eine echte Antwort wird auf 8 Stellen nachgerechnet.</translation>
    </message>
    <message>
        <source>wallet + unrealised PnL = value x rate - maintenance amount, in coin</source>
        <translation>Wallet + unrealisierter PnL = Wert x Satz - Maintenance-Betrag, im Coin</translation>
    </message>
</context>
<context>
    <name>monitor.margin.bingx</name>
    <message>
        <source>BingX publishes the risk rate; its fee&apos;s share is inferred, and liquidation also watches the last price.</source>
        <translation>BingX veröffentlicht die Risikoquote; der Anteil der Gebühr ist erschlossen, und die Liquidation achtet auch auf den letzten Preis.</translation>
    </message>
    <message>
        <source>BingX&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation>Die Antworten von BingX enthalten zu wenig zum Nachrechnen; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x (rate + taker fee) - deduction</source>
        <translation>Margin + unrealisierter PnL = Wert x (Satz + Taker-Gebühr) - Abzug</translation>
    </message>
</context>
<context>
    <name>monitor.margin.bitget</name>
    <message>
        <source>Bitget changed its cross algorithm on 2025-09-29 without publishing it: solved for a risk of 100 %.</source>
        <translation>Bitget hat sein Cross-Verfahren am 2025-09-29 geändert, ohne es zu veröffentlichen: nach einem Risiko von 100 % aufgelöst.</translation>
    </message>
    <message>
        <source>Bitget publishes no liquidation price formula for its unified account: solved for a margin ratio of 100 %.</source>
        <translation>Bitget veröffentlicht für sein Unified-Konto keine Formel des Liquidationspreises: nach einer Margin-Quote von 100 % aufgelöst.</translation>
    </message>
    <message>
        <source>Bitget publishes the isolated formula and a sample reproduces to 14 digits.</source>
        <translation>Bitget veröffentlicht die Isolated-Formel; ein Beispiel wird auf 14 Stellen nachgerechnet.</translation>
    </message>
    <message>
        <source>Until 2025-09-29 Bitget kept the requirement at the current mark; reproduced on four real answers.</source>
        <translation>Bis 2025-09-29 hielt Bitget die Anforderung beim aktuellen Markpreis fest; an vier echten Antworten nachgerechnet.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x (rate + taker fee) - offset</source>
        <translation>Margin + unrealisierter PnL = Wert x (Satz + Taker-Gebühr) - Versatz</translation>
    </message>
</context>
<context>
    <name>monitor.margin.bybit</name>
    <message>
        <source>Bybit computes portfolio margin from scenarios that it does not publish in full; its own figure is shown.</source>
        <translation>Bybit rechnet die Portfolio-Margin aus Szenarien, die es nicht vollständig veröffentlicht; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>Bybit published the formula of the entry-value era, to the tick.</source>
        <translation>Bybit hat die Formel aus der Zeit der Einstiegswerte veröffentlicht, auf den Tick genau.</translation>
    </message>
    <message>
        <source>Bybit publishes no cross formula and calls its own price an estimate: solved for a rate of 100 %.</source>
        <translation>Bybit veröffentlicht keine Cross-Formel und nennt den eigenen Preis eine Schätzung: nach einer Quote von 100 % aufgelöst.</translation>
    </message>
    <message>
        <source>Bybit publishes the isolated formula for inverse contracts only; linear ones are taken by analogy.</source>
        <translation>Bybit veröffentlicht die Isolated-Formel nur für inverse Kontrakte; lineare werden entsprechend gerechnet.</translation>
    </message>
    <message>
        <source>Bybit publishes the isolated formula for inverse contracts.</source>
        <translation>Bybit veröffentlicht die Isolated-Formel für inverse Kontrakte.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x rate - deduction (the reserved closing fee stands on both sides)</source>
        <translation>Margin + unrealisierter PnL = Wert x Satz - Abzug (die zurückgelegte Schließgebühr steht auf beiden Seiten)</translation>
    </message>
    <message>
        <source>margin balance = sum of value x rate - deduction + closing fee</source>
        <translation>Margin-Guthaben = Summe von Wert x Satz - Abzug + Schließgebühr</translation>
    </message>
</context>
<context>
    <name>monitor.margin.deribit</name>
    <message>
        <source>Deribit publishes the requirement, not the price; its inverse schedule dates from 11 January 2022.</source>
        <translation>Deribit veröffentlicht die Anforderung, nicht den Preis; seine Sätze für inverse Kontrakte sind vom 11. Januar 2022.</translation>
    </message>
    <message>
        <source>Deribit publishes the requirement, not the price; the index is taken to stand at the mark.</source>
        <translation>Deribit veröffentlicht die Anforderung, nicht den Preis; der Index wird beim Markpreis angenommen.</translation>
    </message>
    <message>
        <source>Deribit&apos;s scenario and cross-collateral margins need its live parameters; its own figure is shown.</source>
        <translation>Die Szenario- und Cross-Collateral-Margins von Deribit brauchen dessen aktuelle Parameter; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>margin balance = value x (rate + slope x size)</source>
        <translation>Margin-Guthaben = Wert x (Satz + Steigung x Größe)</translation>
    </message>
    <message>
        <source>margin balance = value x (rate + slope x value), in coins: the rate grows while the price falls</source>
        <translation>Margin-Guthaben = Wert x (Satz + Steigung x Wert), in Coins: der Satz wächst, während der Preis fällt</translation>
    </message>
</context>
<context>
    <name>monitor.margin.dydx</name>
    <message>
        <source>The protocol&apos;s code is public; the price follows from its own condition, at oracle prices.</source>
        <translation>Der Code des Protokolls ist öffentlich; der Preis folgt aus seiner eigenen Bedingung, zu Orakelpreisen.</translation>
    </message>
    <message>
        <source>net collateral = sum of value x maintenance fraction</source>
        <translation>Netto-Sicherheiten = Summe von Wert x Maintenance-Anteil</translation>
    </message>
</context>
<context>
    <name>monitor.margin.gate</name>
    <message>
        <source>Gate publishes no price formula for its unified account: solved for an MMR of 100 %.</source>
        <translation>Gate veröffentlicht für sein Unified-Konto keine Preisformel: nach einer MMR von 100 % aufgelöst.</translation>
    </message>
    <message>
        <source>Gate publishes the formula and a real position reproduces it.</source>
        <translation>Gate veröffentlicht die Formel, und eine echte Position bestätigt sie.</translation>
    </message>
    <message>
        <source>Gate&apos;s portfolio margin is not recomputed; its own figure is shown.</source>
        <translation>Die Portfolio-Margin von Gate wird nicht nachgerechnet; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x (rate + taker fee)</source>
        <translation>Margin + unrealisierter PnL = Wert x (Satz + Taker-Gebühr)</translation>
    </message>
</context>
<context>
    <name>monitor.margin.generic</name>
    <message>
        <source>No margin model of this venue is built in: its tiers are applied without fees.</source>
        <translation>Für diese Börse ist kein Margin-Modell eingebaut: ihre Stufen werden ohne Gebühren angewandt.</translation>
    </message>
    <message>
        <source>This venue&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation>Die Antworten dieser Börse enthalten zu wenig zum Nachrechnen; ihre eigene Zahl wird gezeigt.</translation>
    </message>
    <message>
        <source>equity = value x rate - deduction</source>
        <translation>Equity = Wert x Satz - Abzug</translation>
    </message>
</context>
<context>
    <name>monitor.margin.htx</name>
    <message>
        <source>HTX publishes the margin rate; the price solves it for 100 %, no worked example was found.</source>
        <translation>HTX veröffentlicht die Margin-Quote; der Preis löst sie nach 100 % auf, ein Rechenbeispiel wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>HTX&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation>Die Antworten von HTX enthalten zu wenig zum Nachrechnen; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>equity = value x rate</source>
        <translation>Equity = Wert x Satz</translation>
    </message>
</context>
<context>
    <name>monitor.margin.hyperliquid</name>
    <message>
        <source>Hyperliquid publishes the formula and 29 real positions reproduce it.</source>
        <translation>Hyperliquid veröffentlicht die Formel, und 29 echte Positionen bestätigen sie.</translation>
    </message>
    <message>
        <source>Hyperliquid&apos;s portfolio margin is not recomputed; its own figure is shown.</source>
        <translation>Die Portfolio-Margin von Hyperliquid wird nicht nachgerechnet; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>account value = value x rate - deduction, of all positions in the pool</source>
        <translation>Kontowert = Wert x Satz - Abzug, über alle Positionen im Pool</translation>
    </message>
</context>
<context>
    <name>monitor.margin.kraken</name>
    <message>
        <source>Kraken publishes a worked example; it follows when the requirement floats with the mark.</source>
        <translation>Kraken veröffentlicht ein Rechenbeispiel; es ergibt sich, wenn die Anforderung mit dem Markpreis mitgeht.</translation>
    </message>
    <message>
        <source>Kraken publishes the rule but no price; collateral in the position&apos;s coin is moved with it.</source>
        <translation>Kraken veröffentlicht die Regel, aber keinen Preis; Sicherheiten im Coin der Position werden mitbewegt.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x rate, in coin</source>
        <translation>Margin + unrealisierter PnL = Wert x Satz, im Coin</translation>
    </message>
    <message>
        <source>sum of collateral after haircut + unrealised PnL = sum of entry value x rate, larger leg only</source>
        <translation>Summe der Sicherheiten nach Abschlag + unrealisierter PnL = Summe von Einstiegswert x Satz, nur die größere Seite</translation>
    </message>
</context>
<context>
    <name>monitor.margin.kucoin</name>
    <message>
        <source>KuCoin publishes the risk rate; its cross price is a reference that a real answer reproduces.</source>
        <translation>KuCoin veröffentlicht die Risikoquote; der Cross-Preis ist ein Richtwert, den eine echte Antwort bestätigt.</translation>
    </message>
    <message>
        <source>KuCoin&apos;s isolated margins are reproduced to 8 digits, the funding rate&apos;s part by inference.</source>
        <translation>Die Isolated-Margins von KuCoin werden auf 8 Stellen nachgerechnet, der Anteil der Funding-Rate ist erschlossen.</translation>
    </message>
    <message>
        <source>KuCoin&apos;s portfolio margin is not recomputed; its own figure is shown.</source>
        <translation>Die Portfolio-Margin von KuCoin wird nicht nachgerechnet; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = entry value x (rate + funding rate)</source>
        <translation>Margin + unrealisierter PnL = Einstiegswert x (Satz + Funding-Rate)</translation>
    </message>
</context>
<context>
    <name>monitor.margin.mexc</name>
    <message>
        <source>MEXC&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation>Die Antworten von MEXC enthalten zu wenig zum Nachrechnen; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>MEXC&apos;s published formula is reproduced, but a later text adds fees whose size it does not say.</source>
        <translation>Die veröffentlichte Formel von MEXC wird nachgerechnet, aber ein späterer Text fügt Gebühren hinzu, deren Höhe er nicht nennt.</translation>
    </message>
    <message>
        <source>margin + unrealised PnL = entry value x rate</source>
        <translation>Margin + unrealisierter PnL = Einstiegswert x Satz</translation>
    </message>
</context>
<context>
    <name>monitor.margin.okx</name>
    <message>
        <source>OKX publishes the ratio, and its liquidation price follows from it to 11 digits.</source>
        <translation>OKX veröffentlicht die Quote, und der Liquidationspreis folgt daraus auf 11 Stellen.</translation>
    </message>
    <message>
        <source>OKX&apos;s portfolio margin is a stress test whose parts are not all published; its own figure is shown.</source>
        <translation>Die Portfolio-Margin von OKX ist ein Stresstest, dessen Teile nicht alle veröffentlicht sind; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>The ratio is OKX&apos;s own rule; the price assumes that collateral in the position&apos;s coin moves with it.</source>
        <translation>Die Quote ist die eigene Regel von OKX; der Preis nimmt an, dass sich Sicherheiten im Coin der Position mitbewegen.</translation>
    </message>
    <message>
        <source>equity = value x (rate + taker fee)</source>
        <translation>Equity = Wert x (Satz + Taker-Gebühr)</translation>
    </message>
</context>
<context>
    <name>monitor.margin.phemex</name>
    <message>
        <source>Phemex publishes the formula and its example and two real positions reproduce it.</source>
        <translation>Phemex veröffentlicht die Formel; das Beispiel dazu und zwei echte Positionen bestätigen sie.</translation>
    </message>
    <message>
        <source>Phemex&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation>Die Antworten von Phemex enthalten zu wenig zum Nachrechnen; die eigene Zahl der Börse wird gezeigt.</translation>
    </message>
    <message>
        <source>margin + reserved closing fee + unrealised PnL = value x (rate + taker fee) - amount</source>
        <translation>Margin + zurückgelegte Schließgebühr + unrealisierter PnL = Wert x (Satz + Taker-Gebühr) - Betrag</translation>
    </message>
</context>
<context>
    <name>monitor.margin.rules</name>
    <message>
        <source>No model of this multi-currency mode is built in: the venue&apos;s requirement is set against all currencies.</source>
        <translation>Für diesen Mehrwährungsmodus ist kein Modell eingebaut: die Anforderung der Börse wird gegen alle Währungen gesetzt.</translation>
    </message>
    <message>
        <source>The account&apos;s mode is not known, so nothing is recomputed; the figure is the venue&apos;s own.</source>
        <translation>Der Modus des Kontos ist nicht bekannt, also wird nichts nachgerechnet; die Zahl ist die der Börse.</translation>
    </message>
</context>
<context>
    <name>monitor.margin.shipped</name>
    <message>
        <source>October 2024</source>
        <translation>Oktober 2024</translation>
    </message>
</context>
<context>
    <name>monitor.margin.sorting</name>
    <message>
        <source>The funding rate is not known: none is assumed.</source>
        <translation>Die Funding-Rate ist nicht bekannt: Es wird keine angenommen.</translation>
    </message>
    <message>
        <source>The leverage is not known: the closing fee is taken of the whole entry value.</source>
        <translation>Der Hebel ist nicht bekannt: Die Schließgebühr wird vom ganzen Einstiegswert genommen.</translation>
    </message>
    <message>
        <source>The taker fee rate is not known: the venue&apos;s base rate of {taker_rate:.3%} is assumed.</source>
        <translation>Die Taker-Gebühr ist nicht bekannt: Der Basissatz der Börse von {taker_rate:.3%} wird angenommen.</translation>
    </message>
    <message>
        <source>{currency}: its bid and ask may be factors or prices in USD; they are taken as factors of its index price.</source>
        <translation>{currency}: Bid und Ask können Faktoren oder Preise in USD sein; sie werden als Faktoren des Indexpreises genommen.</translation>
    </message>
    <message>
        <source>{symbol}: how its rate grows with the size is not published, so today&apos;s rate is kept.</source>
        <translation>{symbol}: wie der Satz mit der Größe wächst, ist nicht veröffentlicht, deshalb bleibt es beim heutigen Satz.</translation>
    </message>
    <message>
        <source>{symbol}: its own maintenance margin is not what the published schedule gives, so today&apos;s rate is kept.</source>
        <translation>{symbol}: die eigene Maintenance-Margin der Position ist nicht die der veröffentlichten Sätze, deshalb bleibt es beim heutigen Satz.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.apprise</name>
    <message>
        <source>Apprise address (service://…)</source>
        <translation>Apprise-Adresse (service://…)</translation>
    </message>
    <message>
        <source>Apprise could not send it; check its address.</source>
        <translation>Apprise konnte es nicht senden; prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Apprise did not finish within {deadline_s:.0f} s.</source>
        <translation>Apprise wurde nicht innerhalb von {deadline_s:.0f} s fertig.</translation>
    </message>
    <message>
        <source>Taken by Apprise.</source>
        <translation>Von Apprise angenommen.</translation>
    </message>
    <message>
        <source>The Apprise library is not installed: pip install apprise, in Marginwatch&apos;s own environment.</source>
        <translation>Die Bibliothek Apprise ist nicht installiert: pip install apprise, in der Umgebung von Marginwatch.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.channel</name>
    <message>
        <source>CRITICAL</source>
        <translation>KRITISCH</translation>
    </message>
    <message>
        <source>DANGER</source>
        <translation>GEFAHR</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>monitor.notify.channels</name>
    <message>
        <source>The keyring holds no {names} for {name}; add the channel again.</source>
        <translation>Im Schlüsselbund fehlt für {name}: {names}; fügen Sie den Kanal neu hinzu.</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
</context>
<context>
    <name>monitor.notify.dead_man</name>
    <message>
        <source>A CRITICAL alarm has not got through for a minute.</source>
        <translation>Ein KRITISCHER Alarm kommt seit einer Minute nicht durch.</translation>
    </message>
    <message>
        <source>It answered with status {status}.</source>
        <translation>Sie antwortete mit Status {status}.</translation>
    </message>
    <message>
        <source>No ping: the address could not be read ({kind}).</source>
        <translation>Kein Ping: Die Adresse konnte nicht gelesen werden ({kind}).</translation>
    </message>
    <message>
        <source>No ping: the keyring holds no address.</source>
        <translation>Kein Ping: Der Schlüsselbund enthält keine Adresse.</translation>
    </message>
    <message>
        <source>Pinged.</source>
        <translation>Ping gesendet.</translation>
    </message>
    <message>
        <source>The accounts have not been judged for 10 s.</source>
        <translation>Die Konten wurden seit 10 s nicht bewertet.</translation>
    </message>
    <message>
        <source>The alarm chain has not passed its test for a day.</source>
        <translation>Die Alarmkette hat ihren Test seit einem Tag nicht bestanden.</translation>
    </message>
    <message>
        <source>The ping did not get through.</source>
        <translation>Der Ping kam nicht durch.</translation>
    </message>
    <message>
        <source>The window does not answer.</source>
        <translation>Das Fenster antwortet nicht.</translation>
    </message>
    <message>
        <source>Withheld.</source>
        <translation>Zurückgehalten.</translation>
    </message>
    <message>
        <source>{account} is not read, and nobody could be told.</source>
        <translation>{account} wird nicht gelesen, und niemand konnte benachrichtigt werden.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.desktop</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Desktop notifications are sent by the window on this system.</source>
        <translation>Desktop-Benachrichtigungen sendet auf diesem System das Fenster.</translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation>Vom Desktop gezeigt.</translation>
    </message>
    <message>
        <source>The desktop refused the notification ({refusal}).</source>
        <translation>Der Desktop hat die Benachrichtigung abgelehnt ({refusal}).</translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications cannot be reached ({error}).</source>
        <translation>Die Benachrichtigungen des Desktops sind nicht erreichbar ({error}).</translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications did not answer in {deadline_s:.0f} s.</source>
        <translation>Die Benachrichtigungen des Desktops antworteten nicht in {deadline_s:.0f} s.</translation>
    </message>
    <message>
        <source>There is no D-Bus session, so the desktop shows no notifications.</source>
        <translation>Es gibt keine D-Bus-Sitzung, also zeigt der Desktop keine Benachrichtigungen.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.email</name>
    <message>
        <source>From address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>Mail server (smtp.example.com)</source>
        <translation>Mailserver (smtp.example.com)</translation>
    </message>
    <message>
        <source>Password of the mail server (empty: none)</source>
        <translation>Passwort des Mailservers (leer: keines)</translation>
    </message>
    <message>
        <source>Taken by the mail server.</source>
        <translation>Vom Mailserver angenommen.</translation>
    </message>
    <message>
        <source>The mail server cannot be used ({kind}).</source>
        <translation>Der Mailserver lässt sich nicht verwenden ({kind}).</translation>
    </message>
    <message>
        <source>The mail server did not answer within {deadline_s:.0f} s.</source>
        <translation>Der Mailserver antwortete nicht innerhalb von {deadline_s:.0f} s.</translation>
    </message>
    <message>
        <source>The mail server does not accept the To address.</source>
        <translation>Der Mailserver nimmt die Empfängeradresse nicht an.</translation>
    </message>
    <message>
        <source>The mail server does not accept the user name or password.</source>
        <translation>Der Mailserver nimmt Benutzername oder Passwort nicht an.</translation>
    </message>
    <message>
        <source>The mail server refused the message (status {smtp_code}).</source>
        <translation>Der Mailserver hat die Nachricht abgelehnt (Status {smtp_code}).</translation>
    </message>
    <message>
        <source>The mail server&apos;s encryption is not valid; check its security.</source>
        <translation>Die Verschlüsselung des Mailservers ist nicht gültig; prüfen Sie seine Sicherheitseinstellung.</translation>
    </message>
    <message>
        <source>To address</source>
        <translation>Empfängeradresse</translation>
    </message>
    <message>
        <source>User name there (empty: none)</source>
        <translation>Benutzername dort (leer: keiner)</translation>
    </message>
</context>
<context>
    <name>monitor.notify.flood</name>
    <message>
        <source>The flood of alarms is over</source>
        <translation>Die Alarmflut ist vorbei</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>WARNUNG</translation>
    </message>
    <message>
        <source>WARNING and DANGER share a card per account; CRITICAL keeps its own.</source>
        <translation>WARNUNG und GEFAHR teilen sich eine Karte je Konto; KRITISCH behält die eigene.</translation>
    </message>
    <message>
        <source>{account}: {count} alarms at once ({levels})</source>
        <translation>{account}: {count} Alarme auf einmal ({levels})</translation>
    </message>
    <message>
        <source>{account}: {count} alarms unanswered ({levels})</source>
        <translation>{account}: {count} Alarme unbeantwortet ({levels})</translation>
    </message>
    <message>
        <source>{count} alarms in ten minutes</source>
        <translation>{count} Alarme in zehn Minuten</translation>
    </message>
    <message>
        <source>{count} told before still stand.</source>
        <translation>{count} frühere stehen noch an.</translation>
    </message>
    <message>
        <source>{count} told before still stands.</source>
        <translation>{count} früherer steht noch an.</translation>
    </message>
    <message>
        <source>{titles}. Each has its row in the feed.</source>
        <translation>{titles}. Jeder hat seine Zeile in den Meldungen.</translation>
    </message>
    <message>
        <source>{titles}; and {count} more. Each has its row in the feed.</source>
        <translation>{titles}; und {count} weitere. Jeder hat seine Zeile in den Meldungen.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.ntfy</name>
    <message>
        <source>Access token (empty: none)</source>
        <translation>Zugriffstoken (leer: keines)</translation>
    </message>
    <message>
        <source>Server (empty: https://ntfy.sh)</source>
        <translation>Server (leer: https://ntfy.sh)</translation>
    </message>
    <message>
        <source>Taken by ntfy.</source>
        <translation>Von ntfy angenommen.</translation>
    </message>
    <message>
        <source>Topic (whoever knows it can read it)</source>
        <translation>Topic (wer es kennt, kann mitlesen)</translation>
    </message>
</context>
<context>
    <name>monitor.notify.outbox</name>
    <message>
        <source>Marginwatch reaches you again</source>
        <translation>Marginwatch erreicht Sie wieder</translation>
    </message>
    <message>
        <source>No answer within {deadline_s:.0f} s.</source>
        <translation>Keine Antwort innerhalb von {deadline_s:.0f} s.</translation>
    </message>
    <message>
        <source>Not acknowledged for {seconds} s.</source>
        <translation>Seit {seconds} s nicht quittiert.</translation>
    </message>
    <message>
        <source>This channel had failed.</source>
        <translation>Dieser Kanal war ausgefallen.</translation>
    </message>
    <message>
        <source>This channel was removed.</source>
        <translation>Dieser Kanal wurde entfernt.</translation>
    </message>
    <message>
        <source>Unexpected {kind}; see the log.</source>
        <translation>Unerwartet: {kind}; siehe Protokoll.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{count} alarms</source>
        <translation>{count} Alarme</translation>
    </message>
    <message>
        <source>{count} alarms were over before they got through; see the journal.</source>
        <translation>{count} Alarme waren vorbei, bevor sie durchkamen; siehe Journal.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.pushover</name>
    <message>
        <source>API token of your application</source>
        <translation>API-Token Ihrer Anwendung</translation>
    </message>
    <message>
        <source>Taken by Pushover.</source>
        <translation>Von Pushover angenommen.</translation>
    </message>
    <message>
        <source>Your user key</source>
        <translation>Ihr Benutzerschlüssel</translation>
    </message>
</context>
<context>
    <name>monitor.notify.self_test</name>
    <message>
        <source>A synthetic position was read.</source>
        <translation>Eine künstliche Position wurde gelesen.</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>It is CRITICAL at once.</source>
        <translation>Sie ist sofort KRITISCH.</translation>
    </message>
    <message>
        <source>It is {distance:.1%} from liquidation, as it should be.</source>
        <translation>Sie ist {distance:.1%} von der Liquidation entfernt, wie es sein soll.</translation>
    </message>
    <message>
        <source>It was stored before it was told.</source>
        <translation>Er wurde gespeichert, bevor er gemeldet wurde.</translation>
    </message>
    <message>
        <source>Its distance was not found.</source>
        <translation>Ihr Abstand wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Marginwatch tests its alarm chain. Nothing is wrong, nothing is to do.</source>
        <translation>Marginwatch testet seine Alarmkette. Alles in Ordnung, nichts ist zu tun.</translation>
    </message>
    <message>
        <source>No CRITICAL alarm came of it.</source>
        <translation>Daraus wurde kein KRITISCHER Alarm.</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>The database did not take it.</source>
        <translation>Die Datenbank hat ihn nicht angenommen.</translation>
    </message>
    <message>
        <source>The engine did not come round to it.</source>
        <translation>Die Engine kam nicht dazu.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.telegram</name>
    <message>
        <source>Number of the chat</source>
        <translation>Nummer des Chats</translation>
    </message>
    <message>
        <source>Taken by Telegram.</source>
        <translation>Von Telegram angenommen.</translation>
    </message>
    <message>
        <source>Token of your bot (from @BotFather)</source>
        <translation>Token Ihres Bots (von @BotFather)</translation>
    </message>
</context>
<context>
    <name>monitor.notify.telling</name>
    <message>
        <source>Alarms do not get through {name}</source>
        <translation>Alarme kommen nicht durch {name}</translation>
    </message>
    <message>
        <source>It has failed for {since} min. {detail} It is tried again until it works; test it in the settings.</source>
        <translation>Seit {since} min gestört. {detail} Es wird versucht, bis es geht; testen Sie den Kanal in den Einstellungen.</translation>
    </message>
    <message>
        <source>It was acknowledged before it got through.</source>
        <translation>Er wurde quittiert, bevor er durchkam.</translation>
    </message>
    <message>
        <source>The alarm was over before it got through.</source>
        <translation>Der Alarm war vorbei, bevor er durchkam.</translation>
    </message>
</context>
<context>
    <name>monitor.notify.web</name>
    <message>
        <source>It cannot be reached ({kind}).</source>
        <translation>Nicht erreichbar ({kind}).</translation>
    </message>
    <message>
        <source>It did not answer within {deadline_s:.0f} s.</source>
        <translation>Keine Antwort innerhalb von {deadline_s:.0f} s.</translation>
    </message>
    <message>
        <source>Its certificate is not valid.</source>
        <translation>Das Zertifikat ist nicht gültig.</translation>
    </message>
    <message>
        <source>The address must begin with https:// (http:// only inside your own network).</source>
        <translation>Die Adresse muss mit https:// beginnen (http:// nur im eigenen Netz).</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation>Der Proxy ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>it wants to send us elsewhere; enter its final address</source>
        <translation>Weiterleitung an einen anderen Ort; tragen Sie die endgültige Adresse ein</translation>
    </message>
    <message>
        <source>{service} refused the message (status {status}{said}).</source>
        <translation>{service} hat die Nachricht abgelehnt (Status {status}{said}).</translation>
    </message>
</context>
<context>
    <name>monitor.notify.webhook</name>
    <message>
        <source>Address (https://…)</source>
        <translation>Adresse (https://…)</translation>
    </message>
    <message>
        <source>Key to sign with (empty: not signed)</source>
        <translation>Schlüssel zum Signieren (leer: unsigniert)</translation>
    </message>
    <message>
        <source>Taken by the webhook&apos;s server (status {status}).</source>
        <translation>Vom Server des Webhooks angenommen (Status {status}).</translation>
    </message>
    <message>
        <source>The webhook&apos;s server</source>
        <translation>Der Server des Webhooks</translation>
    </message>
    <message>
        <source>The webhook&apos;s server: {error}</source>
        <translation>Der Server des Webhooks: {error}</translation>
    </message>
</context>
<context>
    <name>monitor.only_engine</name>
    <message>
        <source>Another engine (process {pid}) already guards these accounts.</source>
        <translation>Eine andere Engine (Prozess {pid}) überwacht diese Konten bereits.</translation>
    </message>
    <message>
        <source>Another engine (process {pid}) guards this data folder and does not end.</source>
        <translation>Eine andere Engine (Prozess {pid}) überwacht diesen Datenordner und endet nicht.</translation>
    </message>
    <message>
        <source>Another engine (process {pid}) is asked to end; guarding begins then.</source>
        <translation>Eine andere Engine (Prozess {pid}) wird beendet; danach beginnt die Überwachung.</translation>
    </message>
    <message>
        <source>Process {pid}, an engine that hangs, is ended by force; guarding goes on here.</source>
        <translation>Prozess {pid}, eine hängende Engine, wird hart beendet; hier geht die Überwachung weiter.</translation>
    </message>
    <message>
        <source>`marginwatch watch` (process {pid}) already guards these accounts.</source>
        <translation>`marginwatch watch` (Prozess {pid}) überwacht diese Konten bereits.</translation>
    </message>
</context>
<context>
    <name>monitor.reports.explain</name>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Account {account} on {venue}</source>
        <translation>Konto {account} bei {venue}</translation>
    </message>
    <message>
        <source>If all marks fall: {order}</source>
        <translation>Wenn alle Markpreise fallen: {order}</translation>
    </message>
    <message>
        <source>If all marks rise: {order}</source>
        <translation>Wenn alle Markpreise steigen: {order}</translation>
    </message>
    <message>
        <source>PAST</source>
        <translation>JENSEITS</translation>
    </message>
    <message>
        <source>Pool {pool_id}</source>
        <translation>Pool {pool_id}</translation>
    </message>
    <message>
        <source>all marks together: down {common_shock_down}, up {common_shock_up}</source>
        <translation>alle Markpreise gemeinsam: abwärts {common_shock_down}, aufwärts {common_shock_up}</translation>
    </message>
    <message>
        <source>and {curve} x value x value: the rate grows with the size</source>
        <translation>und {curve} x Wert x Wert: der Satz wächst mit der Größe</translation>
    </message>
    <message>
        <source>at a floor the requirement jumps: with no equal sides, the floor&apos;s price liquidates</source>
        <translation>an einer Untergrenze springt die Anforderung: ohne gleiche Seiten liquidiert der Preis der Untergrenze</translation>
    </message>
    <message>
        <source>at liquidation</source>
        <translation>bei Liquidation</translation>
    </message>
    <message>
        <source>at price p: equity   {wallet} {moves}</source>
        <translation>beim Preis p: Equity {wallet} {moves}</translation>
    </message>
    <message>
        <source>backstop (the venue takes over) at {backstop_price}</source>
        <translation>Backstop (die Börse übernimmt) bei {backstop_price}</translation>
    </message>
    <message>
        <source>bankruptcy price {bankruptcy_price}; at most lost: {max_loss} {money}</source>
        <translation>Konkurspreis {bankruptcy_price}; höchster Verlust: {max_loss} {money}</translation>
    </message>
    <message>
        <source>basis: {basis}. {basis_reason}</source>
        <translation>Grundlage: {basis}. {basis_reason}</translation>
    </message>
    <message>
        <source>below 0: the mark is PAST that price</source>
        <translation>unter 0: der Markpreis liegt JENSEITS dieses Preises</translation>
    </message>
    <message>
        <source>both legs of the symbol move together; one price for both</source>
        <translation>beide Seiten des Symbols bewegen sich gemeinsam; ein Preis für beide</translation>
    </message>
    <message>
        <source>check: equity {equity} = required {required}</source>
        <translation>Probe: Equity {equity} = Anforderung {required}</translation>
    </message>
    <message>
        <source>check: the pool with {symbol} there: equity {equity} = required {required} {settle}</source>
        <translation>Probe: der Pool mit {symbol} dort: Equity {equity} = Anforderung {required} {settle}</translation>
    </message>
    <message>
        <source>closing fee {fixed}, of the entry value, is required too</source>
        <translation>die Schließgebühr {fixed}, vom Einstiegswert, wird ebenfalls verlangt</translation>
    </message>
    <message>
        <source>closing fee {reserve} is reserved beside the margin</source>
        <translation>die Schließgebühr {reserve} ist neben der Margin zurückgelegt</translation>
    </message>
    <message>
        <source>compared at its own mark {mark}, where ours is {price}</source>
        <translation>verglichen bei ihrem eigenen Markpreis {mark}; unser Preis ist dort {price}</translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation>Abstand {distance}</translation>
    </message>
    <message>
        <source>down</source>
        <translation>abwärts</translation>
    </message>
    <message>
        <source>equal at {name} = {quotient}</source>
        <translation>gleich bei {name} = {quotient}</translation>
    </message>
    <message>
        <source>equity {equity} {money} = wallet {wallet} + unrealised PnL {pnl}</source>
        <translation>Equity {equity} {money} = Wallet {wallet} + unrealisierter PnL {pnl}</translation>
    </message>
    <message>
        <source>equity {equity} {money}, of:</source>
        <translation>Equity {equity} {money}, aus:</translation>
    </message>
    <message>
        <source>further loss until then {loss_to_liquidation} {settle}</source>
        <translation>weiterer Verlust bis dahin {loss_to_liquidation} {settle}</translation>
    </message>
    <message>
        <source>headroom {headroom} {money}; {venue_ratio_name} {venue_ratio}</source>
        <translation>Spielraum {headroom} {money}; {venue_ratio_name} {venue_ratio}</translation>
    </message>
    <message>
        <source>initial margin {initial_margin} {money}</source>
        <translation>Initial-Margin {initial_margin} {money}</translation>
    </message>
    <message>
        <source>it lets every other mark stand still</source>
        <translation>er lässt jeden anderen Markpreis stillstehen</translation>
    </message>
    <message>
        <source>liquidation at {threshold:g} x the requirement</source>
        <translation>Liquidation bei {threshold:g} x der Anforderung</translation>
    </message>
    <message>
        <source>liquidation price {price}</source>
        <translation>Liquidationspreis {price}</translation>
    </message>
    <message>
        <source>liquidation price {price}, shown as {shown} ({rounding} the tick)</source>
        <translation>Liquidationspreis {price}, gezeigt als {shown} (Tick: {rounding})</translation>
    </message>
    <message>
        <source>liquidation price: none; no price of this symbol alone can liquidate the pool</source>
        <translation>Liquidationspreis: keiner; kein Preis dieses Symbols allein kann den Pool liquidieren</translation>
    </message>
    <message>
        <source>maintenance margin {maintenance_margin} {money}</source>
        <translation>Maintenance-Margin {maintenance_margin} {money}</translation>
    </message>
    <message>
        <source>margin ratio {margin_ratio} = required / equity; liquidation at 100 %</source>
        <translation>Margin-Quote {margin_ratio} = Anforderung / Equity; Liquidation bei 100 %</translation>
    </message>
    <message>
        <source>marginal</source>
        <translation>stufenweise</translation>
    </message>
    <message>
        <source>marks of different instants explain {skew}</source>
        <translation>Markpreise verschiedener Zeitpunkte erklären {skew}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>one rate for the whole position</source>
        <translation>ein Satz für die ganze Position</translation>
    </message>
    <message>
        <source>required {beside}{rate} x {size} x {name}{minus}</source>
        <translation>Anforderung {beside}{rate} x {size} x {name}{minus}</translation>
    </message>
    <message>
        <source>required {required} {money}; maintenance margin {maintenance_margin}</source>
        <translation>Anforderung {required} {money}; Maintenance-Margin {maintenance_margin}</translation>
    </message>
    <message>
        <source>rule: {formula}</source>
        <translation>Regel: {formula}</translation>
    </message>
    <message>
        <source>size {size} {unit} = {contracts} contracts x {contract_size}</source>
        <translation>Größe {size} {unit} = {contracts} Kontrakte x {contract_size}</translation>
    </message>
    <message>
        <source>solved in USD with the other marks still; collateral in the same coin moves with the price</source>
        <translation>in USD gelöst, die anderen Markpreise stehen still; Sicherheiten im selben Coin bewegen sich mit dem Preis</translation>
    </message>
    <message>
        <source>source: {source}</source>
        <translation>Quelle: {source}</translation>
    </message>
    <message>
        <source>taker fee {taker} of the value is required too</source>
        <translation>die Taker-Gebühr {taker} vom Wert wird ebenfalls verlangt</translation>
    </message>
    <message>
        <source>the rate grows by {slope} for each {coin} of size: {grown} for {coins} now</source>
        <translation>der Satz wächst um {slope} je {coin} Größe: {grown} für {coins} jetzt</translation>
    </message>
    <message>
        <source>the venue says {reported_liquidation_price}: {agreement}</source>
        <translation>die Börse sagt {reported_liquidation_price}: {agreement}</translation>
    </message>
    <message>
        <source>the venue says: {reported_liquidation_price}</source>
        <translation>die Börse sagt: {reported_liquidation_price}</translation>
    </message>
    <message>
        <source>the venue tells no liquidation price</source>
        <translation>die Börse nennt keinen Liquidationspreis</translation>
    </message>
    <message>
        <source>tier {index}: from {floor}, rate {rate}, deduction {deduction}</source>
        <translation>Stufe {index}: ab {floor}, Satz {rate}, Abzug {deduction}</translation>
    </message>
    <message>
        <source>tiers by {unit}, {kind}: {walk}</source>
        <translation>Stufen nach {unit}, {kind}: {walk}</translation>
    </message>
    <message>
        <source>unknown: {unknown}</source>
        <translation>unbekannt: {unknown}</translation>
    </message>
    <message>
        <source>unrealised PnL {unrealized_pnl} {money} = {size} x ({difference})</source>
        <translation>unrealisierter PnL {unrealized_pnl} {money} = {size} x ({difference})</translation>
    </message>
    <message>
        <source>up</source>
        <translation>aufwärts</translation>
    </message>
    <message>
        <source>value {notional} {money} = {size} {value} {mark} (mark)</source>
        <translation>Wert {notional} {money} = {size} {value} {mark} (Markpreis)</translation>
    </message>
    <message>
        <source>{count} ticks, </source>
        <translation>{count} Ticks, </translation>
    </message>
    <message>
        <source>{currency}: {balance} counts for {worth} USD</source>
        <translation>{currency}: {balance} zählt für {worth} USD</translation>
    </message>
    <message>
        <source>{name} at {at}</source>
        <translation>{name} bei {at}</translation>
    </message>
    <message>
        <source>{others} (other positions) + </source>
        <translation>{others} (andere Positionen) + </translation>
    </message>
    <message>
        <source>{pool_id}: equity {equity} {settle}, required {required}, ratio {margin_ratio}; {pool}</source>
        <translation>{pool_id}: Equity {equity} {settle}, Anforderung {required}, Quote {margin_ratio}; {pool}</translation>
    </message>
    <message>
        <source>{pool_id}: unknown: {unknown}</source>
        <translation>{pool_id}: unbekannt: {unknown}</translation>
    </message>
    <message>
        <source>{ticks}{disagreement} of the mark apart; its accuracy explains {accuracy},</source>
        <translation>{ticks}{disagreement} des Markpreises auseinander; seine Genauigkeit erklärt {accuracy},</translation>
    </message>
    <message>
        <source>{tier} of {tiers} now, {then} at liquidation</source>
        <translation>jetzt {tier} von {tiers}, bei Liquidation {then}</translation>
    </message>
    <message>
        <source>{way}: the nearest single price ({name}, {naive}) hides {hidden}:</source>
        <translation>{way}: der nächste einzelne Preis ({name}, {naive}) verbirgt {hidden}:</translation>
    </message>
</context>
<context>
    <name>monitor.reports.explain_beyond</name>
    <message>
        <source>= {loss_of_margin} of the margin, line {line}; {loss_of_equity} of the account</source>
        <translation>= {loss_of_margin} der Margin, Richtwert {line}; {loss_of_equity} des Kontos</translation>
    </message>
    <message>
        <source>Below zero: {status}. {text}</source>
        <translation>Unter null: {status}. {text}</translation>
    </message>
    <message>
        <source>K {bankruptcy_price} (bankruptcy), L {price}, s {fill_std}, d = ln(K / L) / s, in 1/price for inverse contracts</source>
        <translation>K {bankruptcy_price} (Konkurs), L {price}, s {fill_std}, d = ln(K / L) / s, bei inversen Kontrakten in 1/Preis</translation>
    </message>
    <message>
        <source>Money here: {advice}</source>
        <translation>Geld hier: {advice}</translation>
    </message>
    <message>
        <source>a distance of {value}</source>
        <translation>einen Abstand von {value}</translation>
    </message>
    <message>
        <source>a jump of {jump} through it, to {price}: loses {realized_loss} {settle}; {shortfall} {money} beyond the margin; {borne_by}</source>
        <translation>ein Sprung um {jump} hindurch, auf {price}: verliert {realized_loss} {settle}; {shortfall} {money} über die Margin hinaus; {borne_by}</translation>
    </message>
    <message>
        <source>a jump of {jump} through it, to {price}: this leg wins {gain} {settle}, its hedge loses; together {shortfall} {money} beyond the margin; {borne_by}</source>
        <translation>ein Sprung um {jump} hindurch, auf {price}: dieses Bein gewinnt {gain} {settle}, sein Hedge verliert; zusammen {shortfall} {money} über die Margin hinaus; {borne_by}</translation>
    </message>
    <message>
        <source>a ratio of {value}</source>
        <translation>eine Quote von {value}</translation>
    </message>
    <message>
        <source>above the line of {low} to {high}</source>
        <translation>über dem Richtwert von {low} bis {high}</translation>
    </message>
    <message>
        <source>above {low:g} to {high:g}</source>
        <translation>über {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>added = ({required} required - equity {equity}) / {worth}, with the price at {price}</source>
        <translation>nachzuschießen = ({required} verlangt - Equity {equity}) / {worth}, beim Preis {price}</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>at this price, {distance} away in {days} days</source>
        <translation>bei diesem Preis in {days} Tagen {distance} entfernt</translation>
    </message>
    <message>
        <source>below the line of {low} to {high}</source>
        <translation>unter dem Richtwert von {low} bis {high}</translation>
    </message>
    <message>
        <source>below {low:g} to {high:g}</source>
        <translation>unter {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>borne by: {borne_by}; read in: {source}, {date}</source>
        <translation>getragen von: {borne_by}; gelesen in: {source}, {date}</translation>
    </message>
    <message>
        <source>by the order book</source>
        <translation>nach dem Orderbuch</translation>
    </message>
    <message>
        <source>carries the liquidation price by {drift_per_day} a day = - ({per_day}) / ({slope}): {money} a day of its pool / what each 1 of price there is worth to it</source>
        <translation>verschiebt den Liquidationspreis um {drift_per_day} am Tag = - ({per_day}) / ({slope}): {money} am Tag des Pools / was ihm dort jede 1 im Preis wert ist</translation>
    </message>
    <message>
        <source>chances: unknown; {reason}</source>
        <translation>Wahrscheinlichkeiten: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>close {cut_order} contracts ({cut} before rounding up to the lot)</source>
        <translation>{cut_order} Kontrakte schließen ({cut} vor dem Aufrunden auf das Lot)</translation>
    </message>
    <message>
        <source>costs {cost} {settle} against the mid, and a fee of {fee}</source>
        <translation>kostet {cost} {settle} gegenüber der Mitte und eine Gebühr von {fee}</translation>
    </message>
    <message>
        <source>deleveraging rank {rank} ({scale})</source>
        <translation>Rang im Deleveraging {rank} ({scale})</translation>
    </message>
    <message>
        <source>deleveraging score {score} (estimate) = {formula}</source>
        <translation>Punktzahl im Deleveraging {score} (Schätzung) = {formula}</translation>
    </message>
    <message>
        <source>deleveraging: {reason}</source>
        <translation>Deleveraging: {reason}</translation>
    </message>
    <message>
        <source>distance {deviations} daily deviations; volatility {volatility} a year</source>
        <translation>Abstand {deviations} Tagesabweichungen; Volatilität {volatility} im Jahr</translation>
    </message>
    <message>
        <source>effective leverage {effective_leverage} = value / equity ({verdict}); largest for {leverage_chance} in {leverage_days:g} days: {largest_leverage}</source>
        <translation>effektiver Hebel {effective_leverage} = Wert / Equity ({verdict}); größter für {leverage_chance} in {leverage_days:g} Tagen: {largest_leverage}</translation>
    </message>
    <message>
        <source>exit cost: unknown; {reason}</source>
        <translation>Ausstiegskosten: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>exit now: {filled} contracts at {average_price} on average, worst {worst_price}; {slippage} from the mid {mid}; book {age_s:.0f} s old</source>
        <translation>Ausstieg jetzt: {filled} Kontrakte zu {average_price} im Mittel, schlechtester {worst_price}; {slippage} von der Mitte {mid}; Orderbuch {age_s:.0f} s alt</translation>
    </message>
    <message>
        <source>expected shortfall {expected_shortfall} {settle} = size x (K Phi(d) - L exp(s^2/2) Phi(d - s)),</source>
        <translation>erwarteter Fehlbetrag {expected_shortfall} {settle} = Größe x (K Phi(d) - L exp(s^2/2) Phi(d - s)),</translation>
    </message>
    <message>
        <source>expected shortfall {expected_shortfall} {settle} = size x (L exp(s^2/2) Phi(s - d) - K Phi(-d)),</source>
        <translation>erwarteter Fehlbetrag {expected_shortfall} {settle} = Größe x (L exp(s^2/2) Phi(s - d) - K Phi(-d)),</translation>
    </message>
    <message>
        <source>fee {fee} = {fee_rate} of the value there</source>
        <translation>Gebühr {fee} = {fee_rate} des dortigen Werts</translation>
    </message>
    <message>
        <source>fee: {reason}</source>
        <translation>Gebühr: {reason}</translation>
    </message>
    <message>
        <source>funding: unknown; {reason}</source>
        <translation>Funding: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>funding: {payment} {settle} at the next settlement = - side x rate {rate} x value; per day: {reason}</source>
        <translation>Funding: {payment} {settle} bei der nächsten Abrechnung = - Seite x Satz {rate} x Wert; pro Tag: {reason}</translation>
    </message>
    <message>
        <source>funding: {payment} {settle} at the next settlement = - side x rate {rate} x value; {per_day} a day = x 24 h / {interval_h} h</source>
        <translation>Funding: {payment} {settle} bei der nächsten Abrechnung = - Seite x Satz {rate} x Wert; {per_day} am Tag = x 24 h / {interval_h} h</translation>
    </message>
    <message>
        <source>gap loss: none; {reason}</source>
        <translation>Sprungverlust: keiner; {reason}</translation>
    </message>
    <message>
        <source>in a book of {depth}: {slippage}, left over {unfilled}</source>
        <translation>in einem Orderbuch von {depth}: {slippage}, übrig {unfilled}</translation>
    </message>
    <message>
        <source>insurance fund {size}, {change} in {days} days</source>
        <translation>Versicherungsfonds {size}, {change} in {days} Tagen</translation>
    </message>
    <message>
        <source>insurance fund {size}; {reason}</source>
        <translation>Versicherungsfonds {size}; {reason}</translation>
    </message>
    <message>
        <source>insurance fund: unknown; {reason}</source>
        <translation>Versicherungsfonds: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>liquidated there: loses {loss} {settle} from the mark, and {remaining_margin} are left = the requirement at that price</source>
        <translation>dort liquidiert: verliert {loss} {settle} ab Markpreis, und {remaining_margin} bleiben = die Anforderung bei diesem Preis</translation>
    </message>
    <message>
        <source>liquidated there: the mark is past it; {remaining_margin} {settle} are left now</source>
        <translation>dort liquidiert: Der Markpreis ist darüber hinaus; {remaining_margin} {settle} sind jetzt noch übrig</translation>
    </message>
    <message>
        <source>liquidated there: this leg of a hedge wins {gain} {settle} from the mark, its other leg loses more; the requirement at that price is {remaining_margin}</source>
        <translation>dort liquidiert: diese Seite einer Absicherung gewinnt {gain} {settle} ab dem Markpreis, die andere verliert mehr; die Anforderung bei diesem Preis ist {remaining_margin}</translation>
    </message>
    <message>
        <source>margin {margin} {settle} is {share} of the account ({verdict})</source>
        <translation>Margin {margin} {settle} ist {share} des Kontos ({verdict})</translation>
    </message>
    <message>
        <source>nearer than {distance} already</source>
        <translation>schon näher als {distance}</translation>
    </message>
    <message>
        <source>no cut: {reason}</source>
        <translation>nicht durch Abbau: {reason}</translation>
    </message>
    <message>
        <source>of its pool, this position gives the most relief for each unit closed</source>
        <translation>im Pool entlastet diese Position am meisten je geschlossener Einheit</translation>
    </message>
    <message>
        <source>or {count} with the margin put back</source>
        <translation>oder {count}, wenn die Margin zurückgelegt wird</translation>
    </message>
    <message>
        <source>read in: {source}</source>
        <translation>gelesen in: {source}</translation>
    </message>
    <message>
        <source>stop at {trigger}, not beyond {limit}: {count}</source>
        <translation>Stop bei {trigger}, nicht jenseits von {limit}: {count}</translation>
    </message>
    <message>
        <source>stop at {trigger}: {count}</source>
        <translation>Stop bei {trigger}: {count}</translation>
    </message>
    <message>
        <source>stops cover nothing before liquidation: all {size} contracts stay open</source>
        <translation>Stops decken vor der Liquidation nichts: alle {size} Kontrakte bleiben offen</translation>
    </message>
    <message>
        <source>stops cover {covered}, leave {uncovered} contracts; lose {loss} {settle} from entry with {slippage} slippage ({assumed})</source>
        <translation>Stops decken {covered}, lassen {uncovered} Kontrakte offen; verlieren ab Einstieg {loss} {settle} bei {slippage} Slippage ({assumed})</translation>
    </message>
    <message>
        <source>stops: unknown; {reason}</source>
        <translation>Stops: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>the last: {shortfall} = closing fee {kept} - equity of the pool there ({equity})</source>
        <translation>der letzte: {shortfall} = Schließgebühr {kept} - Equity des Pools dort ({equity})</translation>
    </message>
    <message>
        <source>the whole position</source>
        <translation>die ganze Position</translation>
    </message>
    <message>
        <source>to {goal}: add {add} {money}, or {cut}</source>
        <translation>für {goal}: {add} {money} nachschießen oder {cut}</translation>
    </message>
    <message>
        <source>to {goal}: reached already</source>
        <translation>für {goal}: schon erreicht</translation>
    </message>
    <message>
        <source>to {goal}: unknown; {reason}</source>
        <translation>für {goal}: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>touched within {hours} h: {low} to {high} (the model says {model}: first passage under Student mixture; the range is what really happened then)</source>
        <translation>berührt innerhalb {hours} h: {low} bis {high} (das Modell sagt {model}: erster Durchgang bei Student-Mischung; die Spanne ist, was dann wirklich geschah)</translation>
    </message>
    <message>
        <source>unknown the line of {low} to {high}</source>
        <translation>unbekannt; Richtwert {low} bis {high}</translation>
    </message>
    <message>
        <source>unknown {low:g} to {high:g}</source>
        <translation>unbekannt; {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>where it carries the liquidation price: unknown; {reason}</source>
        <translation>wohin es den Liquidationspreis trägt: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>within the line of {low} to {high}</source>
        <translation>innerhalb des Richtwerts von {low} bis {high}</translation>
    </message>
    <message>
        <source>within {low:g} to {high:g}</source>
        <translation>innerhalb {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>{pool_id}: all marks jump {jump} through its common shock: loses {loss} {currency}, of which {shortfall} beyond its equity</source>
        <translation>{pool_id}: alle Markpreise springen um {jump} durch die gemeinsame Bewegung: verliert {loss} {currency}, davon {shortfall} über die Equity hinaus</translation>
    </message>
    <message>
        <source>{pool_id}: chances: unknown; {reason}</source>
        <translation>{pool_id}: Chancen: unbekannt; {reason}</translation>
    </message>
    <message>
        <source>{pool_id}: equity {equity} {currency}, initial margin {initial_margin}; not needed {not_needed} = what may leave while liquidation stays {kept_distance} away</source>
        <translation>{pool_id}: Equity {equity} {currency}, Initial-Margin {initial_margin}; nicht benötigt {not_needed} = was gehen darf, solange die Liquidation {kept_distance} entfernt bleibt</translation>
    </message>
    <message>
        <source>{pool_id}: liquidated by all marks together within {hours} h: {low} to {high} (the model says {model})</source>
        <translation>{pool_id}: von allen Marks gemeinsam liquidiert binnen {hours} h: {low} bis {high} (das Modell sagt {model})</translation>
    </message>
    <message>
        <source>{unfilled} contracts are left over: the visible book ends</source>
        <translation>{unfilled} Kontrakte bleiben übrig: das sichtbare Orderbuch endet</translation>
    </message>
</context>
<context>
    <name>monitor.reports.explain_numbers</name>
    <message>
        <source>past liquidation</source>
        <translation>jenseits der Liquidation</translation>
    </message>
</context>
<context>
    <name>monitor.risk.across</name>
    <message>
        <source>All legs lean the same way: no transfer makes them safer together.</source>
        <translation>Alle Positionen zeigen in dieselbe Richtung: Keine Umbuchung macht sie gemeinsam sicherer.</translation>
    </message>
    <message>
        <source>All legs together have less than they need already.</source>
        <translation>Alle Positionen zusammen haben schon weniger, als sie brauchen.</translation>
    </message>
    <message>
        <source>The health of one of the legs is not known.</source>
        <translation>Der Zustand einer der Positionen ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Together they survive a move of {farthest:.0%} either way.</source>
        <translation>Gemeinsam überstehen sie eine Bewegung von {farthest:.0%} in beide Richtungen.</translation>
    </message>
    <message>
        <source>What one of the legs settles in has no known price.</source>
        <translation>Für die Abrechnungswährung einer der Positionen ist kein Preis bekannt.</translation>
    </message>
</context>
<context>
    <name>monitor.risk.adl</name>
    <message>
        <source>(mark / entry) x (notional / account value); for shorts entry / mark, which is our reading</source>
        <translation>(Mark / Einstieg) x (Nominalwert / Kontowert); bei Shorts Einstieg / Mark, so lesen wir es</translation>
    </message>
    <message>
        <source>(profit / wallet balance) x (maintenance margin / margin balance)</source>
        <translation>(Gewinn / Wallet-Guthaben) x (Maintenance-Margin / Margin-Guthaben)</translation>
    </message>
    <message>
        <source>0 to 1; 1 is reduced first</source>
        <translation>0 bis 1; 1 wird zuerst verkleinert</translation>
    </message>
    <message>
        <source>0 to 4; 4 is reduced first</source>
        <translation>0 bis 4; 4 wird zuerst verkleinert</translation>
    </message>
    <message>
        <source>0 to 5; 5 is reduced first</source>
        <translation>0 bis 5; 5 wird zuerst verkleinert</translation>
    </message>
    <message>
        <source>1 to 5; 1 is reduced first</source>
        <translation>1 bis 5; 1 wird zuerst verkleinert</translation>
    </message>
    <message>
        <source>1 to 5; 5 is reduced first</source>
        <translation>1 bis 5; 5 wird zuerst verkleinert</translation>
    </message>
    <message>
        <source>no queue is published: losses beyond the fund are shared among the winners of the day, or deleveraged</source>
        <translation>keine Warteschlange ist veröffentlicht: Verluste über den Fonds hinaus teilen sich die Gewinner des Tages, oder es wird deleveraged</translation>
    </message>
    <message>
        <source>no queue: counterparties are chosen at random</source>
        <translation>keine Warteschlange: Gegenparteien werden zufällig gewählt</translation>
    </message>
    <message>
        <source>no queue: positions are assigned, then unwound</source>
        <translation>keine Warteschlange: Positionen werden zugeteilt, dann aufgelöst</translation>
    </message>
    <message>
        <source>return on the entry value x effective leverage in profit, / effective leverage in loss</source>
        <translation>Rendite auf den Einstiegswert x effektiver Hebel im Gewinn, / effektiver Hebel im Verlust</translation>
    </message>
    <message>
        <source>return x position value / effective margin in profit, / it in loss</source>
        <translation>Rendite x Positionswert / effektive Margin im Gewinn, / diesen Wert im Verlust</translation>
    </message>
</context>
<context>
    <name>monitor.risk.beyond_positions</name>
    <message>
        <source>closing this position alone does not reach it: the others need the margin</source>
        <translation>diese Position allein zu schließen reicht nicht: die anderen brauchen die Margin</translation>
    </message>
    <message>
        <source>closing this position does not help: it hedges another</source>
        <translation>diese Position zu schließen hilft nicht: sie sichert eine andere ab</translation>
    </message>
    <message>
        <source>no equity is left to compare it with</source>
        <translation>es ist keine Equity übrig, womit zu vergleichen wäre</translation>
    </message>
    <message>
        <source>no price of this symbol alone can liquidate the pool</source>
        <translation>kein Preis dieses Symbols allein kann den Pool liquidieren</translation>
    </message>
    <message>
        <source>stop-limits of {size} contracts stay unfilled when the price jumps over their limit</source>
        <translation>Stop-Limits über {size} Kontrakte bleiben offen, wenn der Preis über ihr Limit springt</translation>
    </message>
    <message>
        <source>stops are {size} contracts larger than the position</source>
        <translation>die Stops sind {size} Kontrakte größer als die Position</translation>
    </message>
    <message>
        <source>stops of {size} contracts do not wait for the mark price, by which the venue liquidates</source>
        <translation>Stops über {size} Kontrakte warten nicht auf den Markpreis, nach dem die Börse liquidiert</translation>
    </message>
    <message>
        <source>stops of {size} contracts lie beyond the liquidation price: they never fill</source>
        <translation>Stops über {size} Kontrakte liegen jenseits des Liquidationspreises: sie werden nie ausgeführt</translation>
    </message>
    <message>
        <source>stops of {size} contracts lie on the winning side: they are targets</source>
        <translation>Stops über {size} Kontrakte liegen auf der Gewinnseite: sie sind Ziele</translation>
    </message>
    <message>
        <source>stops of {size} contracts may fill only beyond the liquidation price, slippage included</source>
        <translation>Stops über {size} Kontrakte werden mit Slippage vielleicht erst jenseits des Liquidationspreises ausgeführt</translation>
    </message>
    <message>
        <source>the equity of the account is not known</source>
        <translation>die Equity des Kontos ist nicht bekannt</translation>
    </message>
    <message>
        <source>the funding of another position that shares this margin is not known</source>
        <translation>das Funding einer anderen Position, die sich diese Margin teilt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>the loss at the stops is more than {line:.0%} of the margin</source>
        <translation>der Verlust an den Stops ist mehr als {line:.0%} der Margin</translation>
    </message>
    <message>
        <source>the margin of this position is not known</source>
        <translation>die Margin dieser Position ist nicht bekannt</translation>
    </message>
    <message>
        <source>the open orders have not been read</source>
        <translation>die offenen Orders wurden nicht gelesen</translation>
    </message>
    <message>
        <source>the risk of this position is not known</source>
        <translation>das Risiko dieser Position ist nicht bekannt</translation>
    </message>
    <message>
        <source>the venue gives no rank for this position; the score is an estimate, and ranks need the other users</source>
        <translation>die Börse nennt für diese Position keinen Rang; die Punktzahl ist eine Schätzung, und Ränge brauchen die anderen Nutzer</translation>
    </message>
    <message>
        <source>the venue releases margin with the size, and no lower tier is enough: add margin, or put it back</source>
        <translation>die Börse gibt mit der Größe auch Margin frei, und keine niedrigere Stufe genügt: Margin nachschießen oder zurücklegen</translation>
    </message>
    <message>
        <source>the visible book ends before the whole size: {unfilled} contracts are left over</source>
        <translation>das sichtbare Orderbuch endet vor der ganzen Größe: {unfilled} Kontrakte bleiben übrig</translation>
    </message>
    <message>
        <source>you: the margin is enough</source>
        <translation>Sie: die Margin genügt</translation>
    </message>
    <message>
        <source>{size} of {held} contracts have no stop before liquidation</source>
        <translation>{size} von {held} Kontrakten haben keinen Stop vor der Liquidation</translation>
    </message>
    <message>
        <source>{symbol}: how often its funding is settled is not known</source>
        <translation>{symbol}: wie oft sein Funding abgerechnet wird, ist nicht bekannt</translation>
    </message>
    <message>
        <source>{symbol}: its funding rate is not known</source>
        <translation>{symbol}: die Funding-Rate ist nicht bekannt</translation>
    </message>
    <message>
        <source>{symbol}: its order book has not been read</source>
        <translation>{symbol}: das Orderbuch wurde nicht gelesen</translation>
    </message>
    <message>
        <source>{symbol}: one side of its order book is empty: there is no mid price</source>
        <translation>{symbol}: Eine Seite des Orderbuchs ist leer: Es gibt keinen Mittelkurs</translation>
    </message>
</context>
<context>
    <name>monitor.risk.beyond_report</name>
    <message>
        <source>No money here is to spare: all of it backs the open positions.</source>
        <translation>Hier ist kein Geld übrig: Alles steht hinter den offenen Positionen.</translation>
    </message>
    <message>
        <source>a figure of one of its pools is not known</source>
        <translation>eine Zahl eines seiner Pools ist nicht bekannt</translation>
    </message>
    <message>
        <source>money in several currencies is not added up</source>
        <translation>Geld in mehreren Währungen wird nicht addiert</translation>
    </message>
    <message>
        <source>no move of all marks together liquidates it</source>
        <translation>keine gemeinsame Bewegung aller Marks liquidiert ihn</translation>
    </message>
    <message>
        <source>the equity of this pool is not known</source>
        <translation>die Equity dieses Pools ist nicht bekannt</translation>
    </message>
    <message>
        <source>the leverage of one of its positions is not known</source>
        <translation>der Hebel einer seiner Positionen ist nicht bekannt</translation>
    </message>
    <message>
        <source>the margin tiers of one of its positions are not known</source>
        <translation>die Margin-Stufen einer seiner Positionen sind nicht bekannt</translation>
    </message>
    <message>
        <source>the risk of this pool is not known</source>
        <translation>das Risiko dieses Pools ist nicht bekannt</translation>
    </message>
    <message>
        <source>the size of the fund has not been read</source>
        <translation>die Größe des Fonds wurde nicht gelesen</translation>
    </message>
    <message>
        <source>the venue tells only today&apos;s size; how it was before is not known yet</source>
        <translation>die Börse nennt nur die heutige Größe; wie sie vorher war, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>the venue tells only today&apos;s size; our own record does not cover seven days</source>
        <translation>die Börse nennt nur die heutige Größe; unsere eigene Aufzeichnung reicht keine sieben Tage zurück</translation>
    </message>
    <message>
        <source>{amounts} are not needed as margin: kept elsewhere, they cannot be lost in a liquidation here.</source>
        <translation>{amounts} werden nicht als Margin gebraucht: Anderswo aufbewahrt können sie hier nicht in einer Liquidation verloren gehen.</translation>
    </message>
</context>
<context>
    <name>monitor.risk.calculator</name>
    <message>
        <source>A size by risk is worked out for linear contracts; give the size or the margin.</source>
        <translation>Eine Größe nach Risiko wird für lineare Kontrakte berechnet; geben Sie die Größe oder die Margin an.</translation>
    </message>
    <message>
        <source>A size by risk needs a stop price, and a risk below 1 (0.01 is 1 % of the account).</source>
        <translation>Eine Größe nach Risiko braucht einen Stop-Preis und ein Risiko unter 1 (0.01 ist 1 % des Kontos).</translation>
    </message>
    <message>
        <source>A size by risk needs the account&apos;s wallet; give it.</source>
        <translation>Eine Größe nach Risiko braucht das Wallet des Kontos; geben Sie es an.</translation>
    </message>
    <message>
        <source>At {leverage}x liquidation is touched within {leverage_days:g} days more often than in {leverage_chance:.0%} of cases; {most:.1f}x is the largest for that.</source>
        <translation>Bei {leverage}× wird die Liquidation innerhalb von {leverage_days:g} Tagen öfter als in {leverage_chance:.0%} der Fälle berührt; {most:.1f}× ist das Höchste dafür.</translation>
    </message>
    <message>
        <source>At {leverage}x the initial margin is {initial} % of the value and the maintenance margin {maintenance} %: it would be liquidated at once; take less than {most}x.</source>
        <translation>Bei {leverage}x beträgt die Initial-Margin {initial} % des Werts und die Maintenance-Margin {maintenance} %: Der Trade würde sofort liquidiert; nehmen Sie weniger als {most}x.</translation>
    </message>
    <message>
        <source>Give one of size, margin and risk: it decides how large the trade is.</source>
        <translation>Geben Sie eines von Größe, Margin und Risiko an: Es bestimmt, wie groß der Trade ist.</translation>
    </message>
    <message>
        <source>That is less than the smallest order of {symbol}, {lot_size} contracts.</source>
        <translation>Das ist weniger als die kleinste Order von {symbol}, {lot_size} Kontrakte.</translation>
    </message>
    <message>
        <source>The effective leverage is {effective_leverage:.1f}; {leverage_low:g} to {leverage_high:g} suit a beginner.</source>
        <translation>Der effektive Hebel ist {effective_leverage:.1f}; {leverage_low:g} bis {leverage_high:g} passen für Einsteiger.</translation>
    </message>
    <message>
        <source>The margin is more than the account holds: the exchange would refuse it.</source>
        <translation>Die Margin ist mehr, als das Konto hält: Die Börse würde es ablehnen.</translation>
    </message>
    <message>
        <source>The margin is {margin:.0%} of the account; the line is {margin_share_high:.0%} ({lines_source}).</source>
        <translation>Die Margin ist {margin:.0%} des Kontos; der Richtwert ist {margin_share_high:.0%} ({lines_source}).</translation>
    </message>
    <message>
        <source>The stop lies beyond the liquidation price: the exchange closes first.</source>
        <translation>Der Stop liegt jenseits des Liquidationspreises: Die Börse schließt vorher.</translation>
    </message>
    <message>
        <source>The stop loses {stop_loss:.0%} of the margin; the line is {stop_loss_share:.0%}.</source>
        <translation>Der Stop verliert {stop_loss:.0%} der Margin; der Richtwert ist {stop_loss_share:.0%}.</translation>
    </message>
    <message>
        <source>The stop of a long lies below its price, {price}.</source>
        <translation>Der Stop eines Longs liegt unter seinem Preis, {price}.</translation>
    </message>
    <message>
        <source>The stop of a short lies above its price, {price}.</source>
        <translation>Der Stop eines Shorts liegt über seinem Preis, {price}.</translation>
    </message>
    <message>
        <source>The {name} must be above 0, not {value}.</source>
        <translation>{name} muss über 0 liegen, nicht bei {value}.</translation>
    </message>
    <message>
        <source>There is no stop: the exchange closes the trade, at its own price and fee.</source>
        <translation>Es gibt keinen Stop: Die Börse schließt den Trade, zu ihrem Preis und ihrer Gebühr.</translation>
    </message>
    <message>
        <source>contract size</source>
        <translation>Kontraktgröße</translation>
    </message>
    <message>
        <source>leverage</source>
        <translation>Hebel</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>stop price</source>
        <translation>Stop-Preis</translation>
    </message>
    <message>
        <source>{symbol}: its maintenance-margin tiers are not known; give the maintenance rate.</source>
        <translation>{symbol}: die Stufen der Maintenance-Margin sind nicht bekannt; geben Sie den Maintenance-Satz an.</translation>
    </message>
</context>
<context>
    <name>monitor.risk.crash_paths</name>
    <message>
        <source>10 October 2025 · cascade, −14.5 %</source>
        <translation>10. Oktober 2025 · Kaskade, −14.5 %</translation>
    </message>
    <message>
        <source>10 October 2025 · the same, at −17 %</source>
        <translation>10. Oktober 2025 · dasselbe, −17 %</translation>
    </message>
    <message>
        <source>12 March 2020 · COVID</source>
        <translation>12. März 2020 · COVID</translation>
    </message>
    <message>
        <source>12 May 2022 · LUNA</source>
        <translation>12. Mai 2022 · LUNA</translation>
    </message>
    <message>
        <source>19 May 2021 · China ban</source>
        <translation>19. Mai 2021 · China-Verbot</translation>
    </message>
    <message>
        <source>5 August 2024 · the same, at −20 %</source>
        <translation>5. August 2024 · dasselbe, −20 %</translation>
    </message>
    <message>
        <source>5 August 2024 · yen carry trade, −15 %</source>
        <translation>5. August 2024 · Yen-Carry, −15 %</translation>
    </message>
    <message>
        <source>9 November 2022 · FTX</source>
        <translation>9. November 2022 · FTX</translation>
    </message>
    <message>
        <source>BTC: real hourly bars of Binance spot (gapless-crypto-data 2.15.1, MIT). Other coins follow BTC as a power fitted to their published fall. The order of an hour&apos;s high and low is assumed.</source>
        <translation>BTC: echte Stundenkerzen von Binance Spot (gapless-crypto-data 2.15.1, MIT). Andere Coins folgen BTC als Potenz, angepasst an ihren veröffentlichten Kursrückgang. Die Reihenfolge von Hoch und Tief einer Stunde ist angenommen.</translation>
    </message>
    <message>
        <source>Synthetic path through published figures: 122,574 to 104,782 from 20:50 UTC, the worst at 21:15 (press, 2025-10-10); 101,000 to 102,000 on some venues. AVAX 23.09 to 8.52, LINK 17.98 to 7.90, BNB 1,113 to 860, SOL -40 %; ETH to 3,436, from about 4,350 (estimate). Half of the fall comes back: an assumption.</source>
        <translation>Künstlicher Pfad durch veröffentlichte Zahlen: 122,574 auf 104,782 ab 20:50 UTC, am tiefsten um 21:15 (Presse, 2025-10-10); 101,000 bis 102,000 an manchen Börsen. AVAX 23.09 auf 8.52, LINK 17.98 auf 7.90, BNB 1,113 auf 860, SOL -40 %; ETH auf 3,436, von etwa 4,350 (Schätzung). Die Hälfte des Falls kommt zurück: eine Annahme.</translation>
    </message>
    <message>
        <source>Synthetic path through published figures: 58,350 to 49,513 in under 5 hours, 52,500 within 2 (press, 2024-08-05); sources range from -15 to -20 %. ETH 2,695 to 2,118. Half of the fall comes back: an assumption.</source>
        <translation>Künstlicher Pfad durch veröffentlichte Zahlen: 58,350 auf 49,513 in unter 5 Stunden, 52,500 innerhalb von 2 (Presse, 2024-08-05); die Quellen reichen von -15 bis -20 %. ETH 2,695 auf 2,118. Die Hälfte des Falls kommt zurück: eine Annahme.</translation>
    </message>
</context>
<context>
    <name>monitor.risk.liquidation_fees</name>
    <message>
        <source>Kraken leaves you what a better fill leaves; the fee of its partial liquidations is not published</source>
        <translation>Kraken lässt Ihnen, was eine bessere Ausführung übrig lässt; die Gebühr seiner Teilliquidationen ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>the venue names this rate as the most that it charges</source>
        <translation>die Börse nennt diesen Satz als Höchstes, was sie verlangt</translation>
    </message>
    <message>
        <source>the venue settles at the bankruptcy price and keeps what a better fill leaves</source>
        <translation>die Börse rechnet zum Konkurspreis ab und behält, was eine bessere Ausführung übrig lässt</translation>
    </message>
    <message>
        <source>the venue&apos;s liquidation fee for this contract has not been read</source>
        <translation>die Liquidationsgebühr der Börse für diesen Kontrakt wurde nicht gelesen</translation>
    </message>
</context>
<context>
    <name>monitor.risk.protection</name>
    <message>
        <source>A bankrupt account is balanced back to 0 by the insurance fund: described as operation, not as a promise.</source>
        <translation>Ein zahlungsunfähiges Konto wird vom Versicherungsfonds auf 0 ausgeglichen: als Ablauf beschrieben, nicht als Zusage.</translation>
    </message>
    <message>
        <source>A liquidated position is always settled at its bankruptcy price; a worse fill is paid by the fund, a better one stays there.</source>
        <translation>Eine liquidierte Position wird immer zum Konkurspreis abgerechnet; eine schlechtere Ausführung zahlt der Fonds, eine bessere bleibt dort.</translation>
    </message>
    <message>
        <source>A negative coin becomes a loan with automatic repayment. Articles say that the user agreement frees users of negative balances on the unified account unless there was fraud; the agreement itself was not read.</source>
        <translation>Ein Coin im Minus wird zum Kredit mit automatischer Rückzahlung. Artikeln zufolge befreien die Nutzungsbedingungen Nutzer des Unified-Kontos von negativen Salden, außer bei Betrug; die Bedingungen selbst wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>A protocol, not a licensed platform: what the law promises retail clients does not reach it.</source>
        <translation>Ein Protokoll, keine lizenzierte Plattform: Was das Gesetz Privatkunden zusagt, erreicht es nicht.</translation>
    </message>
    <message>
        <source>At a uniMMR of 100 % or less Binance liquidates and may claim the loss: there is no protection.</source>
        <translation>Bei einer uniMMR von 100 % oder weniger liquidiert Binance und kann den Verlust fordern: Es gibt keinen Schutz.</translation>
    </message>
    <message>
        <source>Kraken writes that an account balance can never go below zero; positions are assigned, then unwound.</source>
        <translation>Kraken schreibt, ein Kontostand könne nie unter null fallen; Positionen werden zugeteilt, dann aufgelöst.</translation>
    </message>
    <message>
        <source>Negative equity is reset to zero. If the fund is empty, the winners of the day share the loss; newer API documents speak of auto-deleveraging.</source>
        <translation>Negative Equity wird auf null gesetzt. Ist der Fonds leer, teilen sich die Gewinner des Tages den Verlust; neuere API-Dokumente sprechen von Auto-Deleveraging.</translation>
    </message>
    <message>
        <source>Nothing was found about losses beyond the margin at this venue.</source>
        <translation>Über Verluste jenseits der Margin wurde für diese Börse nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing was found about losses beyond the margin of portfolio accounts at this venue.</source>
        <translation>Über Verluste jenseits der Margin von Portfolio-Konten wurde für diese Börse nichts gefunden.</translation>
    </message>
    <message>
        <source>Only retail users where the law demands it ({articles}, read 2026-10). {law}</source>
        <translation>Nur Privatkunden, wo das Gesetz es verlangt ({articles}, gelesen 2026-10). {law}</translation>
    </message>
    <message>
        <source>Platforms licensed for retail clients in the EU and the UK must protect against negative balances; professional clients may have given that up.</source>
        <translation>Für Privatkunden lizenzierte Plattformen in der EU und im Vereinigten Königreich müssen vor negativen Salden schützen; professionelle Kunden haben darauf vielleicht verzichtet.</translation>
    </message>
    <message>
        <source>Security Fund, then winners by auto-deleveraging; you, should the venue claim it</source>
        <translation>Security Fund, dann Gewinner durch Auto-Deleveraging; Sie, falls die Börse es fordert</translation>
    </message>
    <message>
        <source>The Security Fund covers a deficit first, then positions are deleveraged at the mark price, and no loss is shared out after that.</source>
        <translation>Der Security Fund deckt zuerst einen Fehlbetrag, dann werden Positionen zum Markpreis verkleinert, und danach wird kein Verlust umgelegt.</translation>
    </message>
    <message>
        <source>The insurance fund pays up to the maximum spread; then counterparties chosen at random are reduced at the bankruptcy price.</source>
        <translation>Der Versicherungsfonds zahlt bis zum höchsten Spread; dann werden zufällig gewählte Gegenparteien zum Konkurspreis verkleinert.</translation>
    </message>
    <message>
        <source>The insurance fund takes over what a fill beyond the bankruptcy price misses, then winners are reduced. That is how the venue says it works; no promise to the user was found.</source>
        <translation>Der Versicherungsfonds übernimmt, was einer Ausführung jenseits des Konkurspreises fehlt, dann werden Gewinner verkleinert. So beschreibt es die Börse; eine Zusage an den Nutzer wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The loss of an isolated position is capped at its margin, by the protocol itself.</source>
        <translation>Der Verlust einer Isolated-Position ist auf ihre Margin begrenzt, durch das Protokoll selbst.</translation>
    </message>
    <message>
        <source>The risk fund covers what is negative after a liquidation; newer contract wording was not found.</source>
        <translation>Der Risikofonds deckt, was nach einer Liquidation negativ ist; ein neuerer Vertragstext wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The whole account can be lost. What is missing beyond it is borne by winners: on 2025-10-10, 302 accounts were negative by 23.19 million dollars, and 34,983 positions were deleveraged.</source>
        <translation>Das ganze Konto kann verloren gehen. Was darüber hinaus fehlt, tragen Gewinner: Am 2025-10-10 waren 302 Konten mit 23.19 Millionen Dollar im Minus, und 34,983 Positionen wurden verkleinert.</translation>
    </message>
    <message>
        <source>Users are &quot;not held accountable&quot; for a loss beyond their margin; the insurance fund bears it.</source>
        <translation>Nutzer „haften nicht“ für einen Verlust jenseits ihrer Margin; der Versicherungsfonds trägt ihn.</translation>
    </message>
    <message>
        <source>backstop vault, then winners at the previous mark price</source>
        <translation>Backstop-Tresor, dann Gewinner zum vorherigen Markpreis</translation>
    </message>
    <message>
        <source>insurance fund</source>
        <translation>Versicherungsfonds</translation>
    </message>
    <message>
        <source>insurance fund, then counterparties chosen at random</source>
        <translation>Versicherungsfonds, dann zufällig gewählte Gegenparteien</translation>
    </message>
    <message>
        <source>insurance fund, then winners by auto-deleveraging; a negative coin is your loan until it is waived</source>
        <translation>Versicherungsfonds, dann Gewinner durch Auto-Deleveraging; ein Coin im Minus ist Ihr Kredit, bis er erlassen wird</translation>
    </message>
    <message>
        <source>insurance fund, then winners by auto-deleveraging; you, should the venue claim it</source>
        <translation>Versicherungsfonds, dann Gewinner durch Auto-Deleveraging; Sie, falls die Börse es fordert</translation>
    </message>
    <message>
        <source>insurance fund, then winners: shared, or by auto-deleveraging</source>
        <translation>Versicherungsfonds, dann Gewinner: geteilt oder durch Auto-Deleveraging</translation>
    </message>
    <message>
        <source>liquidity providers by assignment, then counterparties by unwinding</source>
        <translation>Liquiditätsgeber durch Zuteilung, dann Gegenparteien durch Auflösung</translation>
    </message>
    <message>
        <source>not known: it may be you</source>
        <translation>nicht bekannt: vielleicht Sie</translation>
    </message>
    <message>
        <source>risk fund, then winners by auto-deleveraging; you, should the venue claim it</source>
        <translation>Risikofonds, dann Gewinner durch Auto-Deleveraging; Sie, falls die Börse es fordert</translation>
    </message>
    <message>
        <source>two introductory articles on leveraged futures</source>
        <translation>zwei einführende Artikel über gehebelte Futures</translation>
    </message>
    <message>
        <source>you: Binance may claim it</source>
        <translation>Sie: Binance kann es fordern</translation>
    </message>
</context>
<context>
    <name>monitor.risk.report_rows</name>
    <message>
        <source>a wallet balance, margin, price or tier that this position depends on is not known</source>
        <translation>ein Wallet-Guthaben, eine Margin, ein Preis oder eine Stufe, von der diese Position abhängt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>a wallet balance, mark, index price or tier of this pool is not known</source>
        <translation>ein Wallet-Guthaben, Markpreis, Indexpreis oder eine Stufe dieses Pools ist nicht bekannt</translation>
    </message>
    <message>
        <source>{currency}: its bid and ask lie neither around 1 (factors) nor around its index price (prices)</source>
        <translation>{currency}: Bid und Ask liegen weder um 1 (Faktoren) noch um den Indexpreis (Preise)</translation>
    </message>
    <message>
        <source>{currency}: its index price is not known</source>
        <translation>{currency}: der Indexpreis ist nicht bekannt</translation>
    </message>
    <message>
        <source>{currency}: its wallet balance or margin is not known</source>
        <translation>{currency}: Wallet-Guthaben oder Margin ist nicht bekannt</translation>
    </message>
    <message>
        <source>{symbol}: the maintenance-margin tiers are not known</source>
        <translation>{symbol}: die Stufen der Maintenance-Margin sind nicht bekannt</translation>
    </message>
</context>
<context>
    <name>monitor.risk.sizing</name>
    <message>
        <source>two introductory articles on leveraged futures, checked 2026-10</source>
        <translation>zwei einführende Artikel über gehebelte Futures, geprüft 2026-10</translation>
    </message>
</context>
<context>
    <name>monitor.risk.stress_report</name>
    <message>
        <source>a wallet balance, mark, index price or tier of it is not known.</source>
        <translation>ein Wallet-Guthaben, Markpreis, Indexpreis oder eine Stufe davon ist nicht bekannt.</translation>
    </message>
    <message>
        <source>no price of {settle} is known.</source>
        <translation>für {settle} ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>{account}, {pool}: left out of the sums; {why}</source>
        <translation>{account}, {pool}: nicht in den Summen; {why}</translation>
    </message>
</context>
<context>
    <name>monitor.risk.volatility</name>
    <message>
        <source>its price has not moved in all known hours</source>
        <translation>der Preis hat sich in allen bekannten Stunden nicht bewegt</translation>
    </message>
    <message>
        <source>only {count} hours of prices are known; {fewest_hours} are needed</source>
        <translation>nur {count} Stunden an Preisen sind bekannt; {fewest_hours} werden gebraucht</translation>
    </message>
    <message>
        <source>{symbol}: its price bars have not been read yet</source>
        <translation>{symbol}: die Kurskerzen wurden noch nicht gelesen</translation>
    </message>
</context>
<context>
    <name>monitor.settings</name>
    <message>
        <source>All other times</source>
        <translation>Zu allen anderen Zeiten</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>In Gefahr</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Currency of the total equity</source>
        <translation>Währung der gesamten Equity</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Distance to keep</source>
        <translation>Abstand, der bleiben soll</translation>
    </message>
    <message>
        <source>Effective leverage, from</source>
        <translation>Effektiver Hebel, ab</translation>
    </message>
    <message>
        <source>Effective leverage, to</source>
        <translation>Effektiver Hebel, bis</translation>
    </message>
    <message>
        <source>From the next start on. The guide, the terminal and files stay English</source>
        <translation>Ab dem nächsten Start. Anleitung, Terminal und Dateien bleiben englisch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Loss at the stops</source>
        <translation>Verlust an den Stops</translation>
    </message>
    <message>
        <source>Margin behind one trade, from</source>
        <translation>Margin hinter einem Trade, ab</translation>
    </message>
    <message>
        <source>Margin behind one trade, to</source>
        <translation>Margin hinter einem Trade, bis</translation>
    </message>
    <message>
        <source>Margin ratio to reach</source>
        <translation>Angestrebte Margin-Quote</translation>
    </message>
    <message>
        <source>Near an alarm</source>
        <translation>Nahe am Alarm</translation>
    </message>
    <message>
        <source>Of the account</source>
        <translation>Des Kontos</translation>
    </message>
    <message>
        <source>Of the margin of a position</source>
        <translation>Der Margin einer Position</translation>
    </message>
    <message>
        <source>Scalp</source>
        <translation>Scalp</translation>
    </message>
    <message>
        <source>So many times the WARNING distance counts as near it</source>
        <translation>So viele WARNUNG-Abstände gelten als nahe</translation>
    </message>
    <message>
        <source>Swing</source>
        <translation>Swing</translation>
    </message>
    <message>
        <source>That must stay when money is taken away</source>
        <translation>Der bleiben muss, wenn Geld abgezogen wird</translation>
    </message>
    <message>
        <source>What “add … or cut …” aims at</source>
        <translation>Ziel von „… nachschießen oder … abbauen“</translation>
    </message>
    <message>
        <source>Where its price is known; else US dollars, and the tip says why</source>
        <translation>Wo ihr Preis bekannt ist; sonst US-Dollar, und der Tooltip sagt, warum</translation>
    </message>
    <message>
        <source>While a figure of the account is, or nearly is, in alarm</source>
        <translation>Solange eine Zahl des Kontos im Alarm ist oder fast</translation>
    </message>
    <message>
        <source>While the window is seen and no stream brings the marks</source>
        <translation>Solange das Fenster zu sehen ist und kein Stream die Marks bringt</translation>
    </message>
    <message>
        <source>account label {label!r} is used twice</source>
        <translation>Kontoname {label!r} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>account label {label!r}: 1 to 40 characters, no space at either end</source>
        <translation>Kontoname {label!r}: 1 bis 40 Zeichen, kein Leerzeichen am Anfang oder Ende</translation>
    </message>
    <message>
        <source>account label {label!r}: no line breaks and no |</source>
        <translation>Kontoname {label!r}: keine Zeilenumbrüche und kein |</translation>
    </message>
    <message>
        <source>an override needs an account, a symbol or a side; for all use the limits themselves</source>
        <translation>eine Ausnahme braucht ein Konto, ein Symbol oder eine Seite; für alles gelten die Grenzen selbst</translation>
    </message>
    <message>
        <source>channel name {name!r} is used twice</source>
        <translation>Kanalname {name!r} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>channel name {name!r}: no line breaks, no |, no space at either end, not a local one</source>
        <translation>Kanalname {name!r}: keine Zeilenumbrüche, kein |, kein Leerzeichen am Anfang oder Ende, kein lokaler Name</translation>
    </message>
    <message>
        <source>compare: the low end of a line must not lie above its high end</source>
        <translation>Vergleich: Das untere Ende eines Richtwerts darf nicht über dem oberen liegen</translation>
    </message>
    <message>
        <source>data_ages: danger_s &lt;= critical_s is needed</source>
        <translation>data_ages: danger_s &lt;= critical_s ist nötig</translation>
    </message>
    <message>
        <source>price alert {name!r}: each needs a name of its own, without |</source>
        <translation>Preisalarm {name!r}: Jeder braucht einen eigenen Namen, ohne |</translation>
    </message>
    <message>
        <source>quiet_kinds: {unknown!r} cannot be switched off</source>
        <translation>quiet_kinds: {unknown!r} lässt sich nicht abschalten</translation>
    </message>
    <message>
        <source>shelved {key!r}: 24 hours are the most</source>
        <translation>geparkt {key!r}: höchstens 24 Stunden</translation>
    </message>
    <message>
        <source>there are {count} price alerts; {most} are the most</source>
        <translation>es gibt {count} Preisalarme; höchstens {most} sind möglich</translation>
    </message>
    <message>
        <source>volatility_distance: warning &gt; danger &gt; critical &gt;= 1 is needed</source>
        <translation>volatility_distance: warning &gt; danger &gt; critical &gt;= 1 ist nötig</translation>
    </message>
    <message>
        <source>way_gone: warning &lt; danger &lt; critical &lt;= 95 % is needed</source>
        <translation>way_gone: warning &lt; danger &lt; critical &lt;= 95 % ist nötig</translation>
    </message>
    <message>
        <source>{what}liquidation_distance: warning &gt; danger &gt; critical &gt;= 1 % is needed, got {warning:g}, {danger:g}, {critical:g}</source>
        <translation>{what}liquidation_distance: warning &gt; danger &gt; critical &gt;= 1 % ist nötig, angegeben {warning:g}, {danger:g}, {critical:g}</translation>
    </message>
    <message>
        <source>{what}margin_ratio: warning &lt; danger &lt; critical &lt;= 95 % is needed, got {warning:g}, {danger:g}, {critical:g}</source>
        <translation>{what}margin_ratio: warning &lt; danger &lt; critical &lt;= 95 % ist nötig, angegeben {warning:g}, {danger:g}, {critical:g}</translation>
    </message>
</context>
<context>
    <name>monitor.settings_file</name>
    <message>
        <source>The settings could not be saved ({error}).</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden ({error}).</translation>
    </message>
    <message>
        <source>The settings file cannot be read ({error}); the defaults are in use.</source>
        <translation>Die Einstellungsdatei kann nicht gelesen werden ({error}); es gelten die Voreinstellungen.</translation>
    </message>
    <message>
        <source>The settings file cannot be used ({error}); the settings stay as they are.</source>
        <translation>Die Einstellungsdatei lässt sich nicht verwenden ({error}); die Einstellungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The settings file was damaged ({error}); it was kept as {name}, defaults are in use.</source>
        <translation>Die Einstellungsdatei war beschädigt ({error}); sie wurde als {name} behalten, es gelten die Voreinstellungen.</translation>
    </message>
    <message>
        <source>There are 999 damaged copies of {name}; please remove some.</source>
        <translation>Es gibt 999 beschädigte Kopien von {name}; bitte entfernen Sie einige.</translation>
    </message>
</context>
<context>
    <name>monitor.spoken</name>
    <message>
        <source>11 May 2022 · LUNA collapse</source>
        <translation>11. Mai 2022 · LUNA-Zusammenbruch</translation>
    </message>
    <message>
        <source>12 March 2020 · COVID crash</source>
        <translation>12. März 2020 · COVID-Crash</translation>
    </message>
    <message>
        <source>19 May 2021 · China ban crash</source>
        <translation>19. Mai 2021 · China-Verbot-Crash</translation>
    </message>
    <message>
        <source>8 November 2022 · FTX run</source>
        <translation>8. November 2022 · Run auf FTX</translation>
    </message>
    <message>
        <source>Calm market · synthetic</source>
        <translation>Ruhiger Markt · synthetisch</translation>
    </message>
    <message>
        <source>address only</source>
        <translation>nur Adresse</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen Sie gerundet</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>can trade</source>
        <translation>darf handeln</translation>
    </message>
    <message>
        <source>can withdraw</source>
        <translation>darf abheben</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>Kontrakte</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>cross</translation>
    </message>
    <message>
        <source>disagrees</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>isolated</source>
        <translation>isolated</translation>
    </message>
    <message>
        <source>long</source>
        <translation>long</translation>
    </message>
    <message>
        <source>may claim</source>
        <translation>kann fordern</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>notional</source>
        <translation>Nominalwert</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>um einen versetzt</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>short</source>
        <translation>short</translation>
    </message>
    <message>
        <source>skewed snapshot</source>
        <translation>Zeitpunkte verschieden</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>venue silent</source>
        <translation>Börse nennt keinen</translation>
    </message>
</context>
<context>
    <name>monitor.tick.known_risk</name>
    <message>
        <source>it is missing from the venue&apos;s newest answer, and not yet proven closed</source>
        <translation>sie fehlt in der neuesten Antwort der Börse und ist noch nicht nachweislich geschlossen</translation>
    </message>
    <message>
        <source>its account has not been read since the start: this is how it was last seen</source>
        <translation>ihr Konto wurde seit dem Start nicht gelesen: so wurde sie zuletzt gesehen</translation>
    </message>
</context>
<context>
    <name>monitor.tick.readings</name>
    <message>
        <source>long and short</source>
        <translation>Long und Short</translation>
    </message>
</context>
<context>
    <name>monitor.tick.rehearsal</name>
    <message>
        <source>WARNING from {warning}, DANGER from {danger}, CRITICAL from {critical}.</source>
        <translation>WARNUNG ab {warning}, GEFAHR ab {danger}, KRITISCH ab {critical}.</translation>
    </message>
</context>
<context>
    <name>monitor.tick.restart</name>
    <message>
        <source>Nobody watched for an unknown time: the clock was moved</source>
        <translation>Unbekannt lange hat niemand überwacht: die Uhr wurde verstellt</translation>
    </message>
    <message>
        <source>Nobody watched for {span}</source>
        <translation>{span} lang hat niemand überwacht</translation>
    </message>
    <message>
        <source>The engine was not running.</source>
        <translation>Die Engine lief nicht.</translation>
    </message>
</context>
<context>
    <name>monitor.tick.told_of_positions</name>
    <message>
        <source>How the rest of the cut came about, its records do not say: look at the venue&apos;s order history.</source>
        <translation>Wie der Rest der Verkleinerung entstand, sagen ihre Aufzeichnungen nicht: siehe die Orderhistorie der Börse.</translation>
    </message>
    <message>
        <source>The exchange closed {contracts:,.12g} contracts to cover other traders&apos; losses; this is no liquidation. What they hedged is open now.</source>
        <translation>Die Börse hat {contracts:,.12g} Kontrakte geschlossen, um Verluste anderer Händler zu decken; das ist keine Liquidation. Was sie abgesichert haben, ist jetzt offen.</translation>
    </message>
    <message>
        <source>The exchange closed {contracts:,.12g} contracts to cover other traders&apos; losses; this is no liquidation. What this position hedged is open now.</source>
        <translation>Die Börse hat {contracts:,.12g} Kontrakte geschlossen, um Verluste anderer Händler zu decken; das ist keine Liquidation. Was diese Position abgesichert hat, ist jetzt offen.</translation>
    </message>
    <message>
        <source>The exchange closed {contracts:,.12g} of {held:,.12g} contracts to cover other traders&apos; losses; this is no liquidation. How the rest ended is in the venue&apos;s order history. What this position hedged is open now.</source>
        <translation>Die Börse hat {contracts:,.12g} von {held:,.12g} Kontrakten geschlossen, um Verluste anderer Händler zu decken; das ist keine Liquidation. Wie der Rest endete, steht in der Orderhistorie der Börse. Was diese Position abgesichert hat, ist jetzt offen.</translation>
    </message>
    <message>
        <source>The venue&apos;s answers agree that it is no longer there, and it was CRITICAL when it was last seen. Look at the venue&apos;s order history.</source>
        <translation>Die Antworten der Börse sagen übereinstimmend, dass sie nicht mehr da ist, und zuletzt war sie KRITISCH. Sehen Sie in der Orderhistorie der Börse nach.</translation>
    </message>
    <message>
        <source>The venue&apos;s answers agree that it is no longer there, and its margin did not come back. Look at the venue&apos;s order history.</source>
        <translation>Die Antworten der Börse sagen übereinstimmend, dass sie nicht mehr da ist, und ihre Margin kam nicht zurück. Sehen Sie in der Orderhistorie der Börse nach.</translation>
    </message>
    <message>
        <source>The venue&apos;s answers agree that the {mode} position on {account_id} is no longer there.</source>
        <translation>Die Antworten der Börse sagen übereinstimmend, dass die Position ({mode}) auf {account_id} nicht mehr da ist.</translation>
    </message>
    <message>
        <source>The venue&apos;s records name the order; {contracts} contracts.</source>
        <translation>Die Börse nennt die Order dazu; {contracts} Kontrakte.</translation>
    </message>
    <message>
        <source>{contracts:,.12g} contracts closed by force at {price}. Check what is left in the account.</source>
        <translation>{contracts:,.12g} Kontrakte zwangsweise zu {price} geschlossen. Prüfen Sie, was im Konto übrig ist.</translation>
    </message>
    <message>
        <source>{contracts:,.12g} contracts closed by force. The rest has ended since.</source>
        <translation>{contracts:,.12g} Kontrakte zwangsweise geschlossen. Der Rest ist seither beendet.</translation>
    </message>
    <message>
        <source>{contracts:,.12g} contracts closed by force. The rest is still open: add margin, or cut it.</source>
        <translation>{contracts:,.12g} Kontrakte zwangsweise geschlossen. Der Rest ist noch offen: Margin nachschießen oder verkleinern.</translation>
    </message>
    <message>
        <source>{contracts:,.12g} of {held:,.12g} contracts closed by force at {price}. How the rest ended is in the venue&apos;s order history. Check what is left in the account.</source>
        <translation>{contracts:,.12g} von {held:,.12g} Kontrakten zwangsweise zu {price} geschlossen. Wie der Rest endete, steht in der Order-Historie der Börse. Prüfen Sie, was im Konto übrig ist.</translation>
    </message>
    <message>
        <source>{name} LIQUIDATED by the exchange</source>
        <translation>{name} von der Börse LIQUIDIERT</translation>
    </message>
    <message>
        <source>{name} LIQUIDATED in part, from {before:,.12g} to {now:,.12g} contracts at {at}</source>
        <translation>{name} zum Teil LIQUIDIERT, von {before:,.12g} auf {now:,.12g} Kontrakte zu {at}</translation>
    </message>
    <message>
        <source>{name} closed</source>
        <translation>{name} geschlossen</translation>
    </message>
    <message>
        <source>{name} closed by auto-deleveraging (ADL) at {price}</source>
        <translation>{name} durch Auto-Deleveraging (ADL) zu {price} geschlossen</translation>
    </message>
    <message>
        <source>{name} closed by your order at {price}</source>
        <translation>{name} durch Ihre Order zu {price} geschlossen</translation>
    </message>
    <message>
        <source>{name} closed by your stop at {price}</source>
        <translation>{name} durch Ihren Stop zu {price} geschlossen</translation>
    </message>
    <message>
        <source>{name} cut by auto-deleveraging (ADL) from {before:,.12g} to {now:,.12g} contracts at {at}</source>
        <translation>{name} durch Auto-Deleveraging (ADL) von {before:,.12g} auf {now:,.12g} Kontrakte zu {at} verkleinert</translation>
    </message>
    <message>
        <source>{name} gone: closed, or LIQUIDATED?</source>
        <translation>{name} weg: geschlossen oder LIQUIDIERT?</translation>
    </message>
    <message>
        <source>{name} gone: {contracts:,.12g} of {held:,.12g} contracts by auto-deleveraging (ADL) at {price}</source>
        <translation>{name} weg: {contracts:,.12g} von {held:,.12g} Kontrakten durch Auto-Deleveraging (ADL) zu {price}</translation>
    </message>
</context>
<context>
    <name>monitor.tick.total</name>
    <message>
        <source>No price of {currency} is known: the sum is in US dollars.</source>
        <translation>Für {currency} ist kein Preis bekannt: Die Summe ist in US-Dollar.</translation>
    </message>
    <message>
        <source>no rate for {currency} ({account})</source>
        <translation>kein Kurs für {currency} ({account})</translation>
    </message>
    <message>
        <source>the equity of {account} in {currency} is not known</source>
        <translation>die Equity von {account} in {currency} ist nicht bekannt</translation>
    </message>
    <message>
        <source>{account} is not seen now</source>
        <translation>{account} ist gerade nicht zu sehen</translation>
    </message>
</context>
<context>
    <name>monitor.tick.user_acts</name>
    <message>
        <source>No longer shelved: {what}</source>
        <translation>Nicht mehr geparkt: {what}</translation>
    </message>
    <message>
        <source>Shelved: {what}</source>
        <translation>Geparkt: {what}</translation>
    </message>
    <message>
        <source>WARNING and DANGER are not told for {span}; CRITICAL is.</source>
        <translation>WARNUNG und GEFAHR werden {span} lang nicht gemeldet; KRITISCH schon.</translation>
    </message>
</context>
<context>
    <name>monitor.venue_labels</name>
    <message>
        <source>{title} (derived)</source>
        <translation>{title} (abgeleitet)</translation>
    </message>
</context>
<context>
    <name>monitor.venues.account_check</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Age and expiry</source>
        <translation>Alter und Ablauf</translation>
    </message>
    <message>
        <source>Balances</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel angenommen</translation>
    </message>
    <message>
        <source>Maintenance tiers</source>
        <translation>Maintenance-Stufen</translation>
    </message>
    <message>
        <source>News by stream</source>
        <translation>Neues per Stream</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Reach {title}</source>
        <translation>Verbindung zu {title}</translation>
    </message>
    <message>
        <source>Rights of the key</source>
        <translation>Rechte des Schlüssels</translation>
    </message>
    <message>
        <source>Stop orders</source>
        <translation>Stop-Orders</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>it is allowed for, but set it right (switch on automatic time)</source>
        <translation>es wird berücksichtigt, aber stellen Sie sie richtig (automatische Uhrzeit einschalten)</translation>
    </message>
    <message>
        <source>no answer yet; the account is read by the timer</source>
        <translation>noch keine Antwort; das Konto wird nach der Uhr gelesen</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>nichts offen</translation>
    </message>
    <message>
        <source>not read for {names}</source>
        <translation>nicht gelesen für {names}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>the account was read</source>
        <translation>das Konto wurde gelesen</translation>
    </message>
    <message>
        <source>the futures wallet is empty</source>
        <translation>das Futures-Wallet ist leer</translation>
    </message>
    <message>
        <source>the venue tells when something happens</source>
        <translation>die Börse meldet, wenn etwas geschieht</translation>
    </message>
    <message>
        <source>this computer is {offset:+.1f} s off the venue&apos;s clock</source>
        <translation>dieser Computer weicht {offset:+.1f} s von der Uhr der Börse ab</translation>
    </message>
    <message>
        <source>this venue is read by the timer alone</source>
        <translation>diese Börse wird nur nach der Uhr gelesen</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>{host} in {latency_ms} ms</source>
        <translation>{host} in {latency_ms} ms</translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance</name>
    <message>
        <source>{host} is not a host of Binance&apos;s.</source>
        <translation>{host} ist kein Host von Binance.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance_coinm</name>
    <message>
        <source>{venue} has one host; {host} is none of its.</source>
        <translation>{venue} hat einen einzigen Host; {host} gehört nicht dazu.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance_coinm_read</name>
    <message>
        <source>{currency}: a position settles in it, and {answer} does not list it</source>
        <translation>{currency}: eine Position rechnet darin ab, und {answer} führt es nicht auf</translation>
    </message>
    <message>
        <source>{subject}: {field} is empty</source>
        <translation>{subject}: {field} ist leer</translation>
    </message>
    <message>
        <source>{subject}: {field} is missing</source>
        <translation>{subject}: {field} fehlt</translation>
    </message>
    <message>
        <source>{subject}: {field} is {value!r}</source>
        <translation>{subject}: {field} ist {value!r}</translation>
    </message>
    <message>
        <source>{symbol}: not among the listed contracts</source>
        <translation>{symbol}: nicht unter den geführten Kontrakten</translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance_read</name>
    <message>
        <source>{symbol}: a candle has {count} fields</source>
        <translation>{symbol}: eine Kerze hat {count} Felder</translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget</name>
    <message>
        <source>{host}: {venue} has no other host.</source>
        <translation>{host}: {venue} hat keinen anderen Host.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget_account</name>
    <message>
        <source>{subject}: more than {count} pages</source>
        <translation>{subject}: mehr als {count} Seiten</translation>
    </message>
    <message>
        <source>{subject}: the unit of its tiers is not documented</source>
        <translation>{subject}: die Einheit der Stufen ist nicht dokumentiert</translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget_read</name>
    <message>
        <source>entry price</source>
        <translation>Einstiegspreis</translation>
    </message>
    <message>
        <source>{symbol}: unrealised PnL {pnl:g} does not fit a size of {size:g}</source>
        <translation>{symbol}: unrealisierter PnL {pnl:g} passt nicht zu einer Größe von {size:g}</translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget_wallets</name>
    <message>
        <source>unrealised PnL</source>
        <translation>unrealisierter PnL</translation>
    </message>
</context>
<context>
    <name>monitor.venues.bybit</name>
    <message>
        <source>{host} is not a domain of Bybit&apos;s; known: {names}.</source>
        <translation>{host} ist keine Domain von Bybit; bekannt: {names}.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.bybit_read</name>
    <message>
        <source>{account_id}: a classic account; Bybit&apos;s unified account is what can be read</source>
        <translation>{account_id}: ein klassisches Konto; lesbar ist das Unified-Konto von Bybit</translation>
    </message>
    <message>
        <source>{account_id}: inverse positions of unified account 1.0 have a wallet that is not read</source>
        <translation>{account_id}: inverse Positionen des Unified-Kontos 1.0 haben ein Wallet, das nicht gelesen wird</translation>
    </message>
</context>
<context>
    <name>monitor.venues.client</name>
    <message>
        <source> (code {value})</source>
        <translation> (Code {value})</translation>
    </message>
    <message>
        <source>A SOCKS proxy needs the Python package aiohttp-socks, which is not installed.</source>
        <translation>Ein SOCKS-Proxy braucht das Python-Paket aiohttp-socks, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>An address outside this computer is left: {value}</source>
        <translation>Eine Adresse außerhalb dieses Computers ist übrig: {value}</translation>
    </message>
    <message>
        <source>It may refuse your country or network; another route or host may be needed.</source>
        <translation>Vielleicht lehnt sie Ihr Land oder Netz ab; ein anderer Weg oder Host kann nötig sein.</translation>
    </message>
    <message>
        <source>The proxy must begin with http://, https:// or socks5://, not {scheme}://.</source>
        <translation>Der Proxy muss mit http://, https:// oder socks5:// beginnen, nicht mit {scheme}://.</translation>
    </message>
    <message>
        <source>its certificate is not trusted; is something listening in between?</source>
        <translation>dem Zertifikat ist nicht zu trauen; hört dazwischen jemand mit?</translation>
    </message>
    <message>
        <source>its name could not be resolved (DNS)</source>
        <translation>der Name konnte nicht aufgelöst werden (DNS)</translation>
    </message>
    <message>
        <source>no connection could be made</source>
        <translation>es kam keine Verbindung zustande</translation>
    </message>
    <message>
        <source>no secure connection could be made (TLS)</source>
        <translation>es kam keine sichere Verbindung zustande (TLS)</translation>
    </message>
    <message>
        <source>the answer was cut short</source>
        <translation>die Antwort brach ab</translation>
    </message>
    <message>
        <source>the connection broke ({name})</source>
        <translation>die Verbindung brach ab ({name})</translation>
    </message>
    <message>
        <source>the connection was closed before an answer</source>
        <translation>die Verbindung wurde vor einer Antwort geschlossen</translation>
    </message>
    <message>
        <source>the proxy refused</source>
        <translation>der Proxy hat abgelehnt</translation>
    </message>
    <message>
        <source>{account}: base_url and ws_base_url belong together.</source>
        <translation>{account}: base_url und ws_base_url gehören zusammen.</translation>
    </message>
    <message>
        <source>{account}: no complete answer to {method} within {deadline_s:g} s.</source>
        <translation>{account}: keine vollständige Antwort auf {method} innerhalb von {deadline_s:g} s.</translation>
    </message>
    <message>
        <source>{account}: no complete answer to {path} within {deadline_s:g} s.</source>
        <translation>{account}: keine vollständige Antwort auf {path} innerhalb von {deadline_s:g} s.</translation>
    </message>
    <message>
        <source>{account}: the answer to {method} was not understood ({kind}).</source>
        <translation>{account}: die Antwort auf {method} wurde nicht verstanden ({kind}).</translation>
    </message>
    <message>
        <source>{account}: this computer&apos;s clock is {offset:+.1f} s off the venue&apos;s.</source>
        <translation>{account}: die Uhr dieses Computers weicht {offset:+.1f} s von der der Börse ab.</translation>
    </message>
    <message>
        <source>{account}: {endpoint} was not understood: {error}.</source>
        <translation>{account}: {endpoint} wurde nicht verstanden: {error}.</translation>
    </message>
    <message>
        <source>{account}: {url} is not on this computer; own addresses are for the demo only.</source>
        <translation>{account}: {url} liegt nicht auf diesem Computer; eigene Adressen sind nur für die Demo.</translation>
    </message>
    <message>
        <source>{subject} was not answered in time.</source>
        <translation>{subject} wurde nicht rechtzeitig beantwortet.</translation>
    </message>
    <message>
        <source>{subject} was refused: the key, its rights or this address{code}.</source>
        <translation>{subject} wurde abgelehnt: Schlüssel, Rechte oder diese Adresse{code}.</translation>
    </message>
    <message>
        <source>{subject} was refused: the timestamp is out of range{code}.</source>
        <translation>{subject} wurde abgelehnt: Der Zeitstempel liegt außerhalb des Erlaubten{code}.</translation>
    </message>
    <message>
        <source>{subject} was refused{code}.</source>
        <translation>{subject} wurde abgelehnt{code}.</translation>
    </message>
    <message>
        <source>{subject}: the venue cannot serve now{code}.</source>
        <translation>{subject}: Die Börse kann gerade nicht antworten{code}.</translation>
    </message>
    <message>
        <source>{subject}: the venue refuses this address (HTTP {value}).</source>
        <translation>{subject}: Die Börse lehnt diese Adresse ab (HTTP {value}).</translation>
    </message>
    <message>
        <source>{subject}: unexpected refusal: {error}</source>
        <translation>{subject}: unerwartete Ablehnung: {error}</translation>
    </message>
</context>
<context>
    <name>monitor.venues.deribit</name>
    <message>
        <source>Deribit would answer with the secrets of all your keys, so it is not asked</source>
        <translation>Deribit würde mit den Secrets aller Ihrer Schlüssel antworten, deshalb wird es nicht gefragt</translation>
    </message>
</context>
<context>
    <name>monitor.venues.deribit_read</name>
    <message>
        <source>Half of one over Deribit&apos;s largest leverage ({leverage:.0f}x), growing with the size as published.</source>
        <translation>Die Hälfte von eins durch Deribits größten Hebel ({leverage:.0f}x), mit der Größe wachsend wie veröffentlicht.</translation>
    </message>
    <message>
        <source>get_instruments: no future is listed</source>
        <translation>get_instruments: kein Future aufgeführt</translation>
    </message>
    <message>
        <source>{instrument_name}: direction is {direction!r} and size {size:g}</source>
        <translation>{instrument_name}: direction ist {direction!r} und size {size:g}</translation>
    </message>
    <message>
        <source>{subject}: how its margin rate grows with the size is not published by Deribit</source>
        <translation>{subject}: wie sein Margin-Satz mit der Größe wächst, hat Deribit nicht veröffentlicht</translation>
    </message>
    <message>
        <source>{symbol}: size is {size:g}, but size_currency {coins:g}</source>
        <translation>{symbol}: size ist {size:g}, aber size_currency {coins:g}</translation>
    </message>
    <message>
        <source>{symbol}: the columns of the candles differ in length</source>
        <translation>{symbol}: die Spalten der Kerzen sind verschieden lang</translation>
    </message>
</context>
<context>
    <name>monitor.venues.fetch</name>
    <message>
        <source>{account}: no complete answer within {read_deadline_s:.0f} s.</source>
        <translation>{account}: keine vollständige Antwort innerhalb von {read_deadline_s:.0f} s.</translation>
    </message>
    <message>
        <source>{venue} is not supported; known: {names}.</source>
        <translation>{venue} wird nicht unterstützt; bekannt: {names}.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.funds</name>
    <message>
        <source>a currency</source>
        <translation>eine Währung</translation>
    </message>
    <message>
        <source>{subject}: the answer is empty</source>
        <translation>{subject}: die Antwort ist leer</translation>
    </message>
    <message>
        <source>{subject}: the day&apos;s history is empty</source>
        <translation>{subject}: der Tagesverlauf ist leer</translation>
    </message>
    <message>
        <source>{venue}: no size of its insurance fund is published, or it is not read</source>
        <translation>{venue}: die Größe des Versicherungsfonds wird nicht veröffentlicht oder nicht gelesen</translation>
    </message>
</context>
<context>
    <name>monitor.venues.gate_account</name>
    <message>
        <source>{account}: this user has no futures account</source>
        <translation>{account}: dieser Nutzer hat kein Futures-Konto</translation>
    </message>
    <message>
        <source>{delivery}: a delivery contract is open, whose wallet is not read</source>
        <translation>{delivery}: ein Lieferkontrakt ist offen, dessen Wallet nicht gelesen wird</translation>
    </message>
    <message>
        <source>{settle} account: currency is missing</source>
        <translation>Konto {settle}: currency fehlt</translation>
    </message>
</context>
<context>
    <name>monitor.venues.gate_read</name>
    <message>
        <source>{contract}: mode is {mode} and size is {size}</source>
        <translation>{contract}: mode ist {mode} und size ist {size}</translation>
    </message>
    <message>
        <source>{subject}: the list is empty</source>
        <translation>{subject}: die Liste ist leer</translation>
    </message>
</context>
<context>
    <name>monitor.venues.gate_wallets</name>
    <message>
        <source>currency_discount_tiers was not understood: {error}</source>
        <translation>currency_discount_tiers wurde nicht verstanden: {error}</translation>
    </message>
    <message>
        <source>unified account</source>
        <translation>Unified-Konto</translation>
    </message>
    <message>
        <source>{currency}: a position settles in it, and the unified account does not list it</source>
        <translation>{currency}: eine Position rechnet darin ab, und das Unified-Konto führt es nicht auf</translation>
    </message>
    <message>
        <source>{currency}: a position settles in it, and there is no such wallet</source>
        <translation>{currency}: eine Position rechnet darin ab, und es gibt kein solches Wallet</translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic</name>
    <message>
        <source>Never enter a private key or its words: they could trade and withdraw.</source>
        <translation>Geben Sie nie einen privaten Schlüssel oder seine Wörter ein: Damit ließe sich handeln und abheben.</translation>
    </message>
    <message>
        <source>the general reader does not ask this venue</source>
        <translation>der allgemeine Leser fragt diese Börse nicht</translation>
    </message>
    <message>
        <source>{title} does not tell its time.</source>
        <translation>{title} nennt seine Uhrzeit nicht.</translation>
    </message>
    <message>
        <source>{title} needs the account&apos;s address, and nothing else.</source>
        <translation>{title} braucht die Adresse des Kontos, sonst nichts.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic_account</name>
    <message>
        <source>The venue lists no contracts.</source>
        <translation>Die Börse führt keine Kontrakte auf.</translation>
    </message>
    <message>
        <source>{subject}: at this venue no volume is read</source>
        <translation>{subject}: an dieser Börse wird kein Volumen gelesen</translation>
    </message>
    <message>
        <source>{symbol}: at this venue no order book is read</source>
        <translation>{symbol}: an dieser Börse wird kein Orderbuch gelesen</translation>
    </message>
    <message>
        <source>{symbol}: not listed at this venue</source>
        <translation>{symbol}: an dieser Börse nicht geführt</translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic_read</name>
    <message>
        <source>{symbol}: contracts is 0, and the position is worth something</source>
        <translation>{symbol}: contracts ist 0, und die Position ist etwas wert</translation>
    </message>
    <message>
        <source>{symbol}: it is no contract</source>
        <translation>{symbol}: das ist kein Kontrakt</translation>
    </message>
    <message>
        <source>{symbol}: {field} {found:g} is not what the venue told</source>
        <translation>{symbol}: {field} {found:g} ist nicht, was die Börse nannte</translation>
    </message>
    <message>
        <source>{venue}: nothing was answered about {what}</source>
        <translation>{venue}: zu {what} kam keine Antwort</translation>
    </message>
    <message>
        <source>{venue}: the answer about {what} holds no list</source>
        <translation>{venue}: die Antwort zu {what} enthält keine Liste</translation>
    </message>
    <message>
        <source>{venue}: the answer about {what} is a {kind}</source>
        <translation>{venue}: die Antwort zu {what} ist ein {kind}</translation>
    </message>
    <message>
        <source>{venue}: the balance holds no currency</source>
        <translation>{venue}: das Guthaben enthält keine Währung</translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic_stops</name>
    <message>
        <source>{symbol}: a stop order whose trigger price is of an unknown kind</source>
        <translation>{symbol}: eine Stop-Order, deren Auslösepreis von unbekannter Art ist</translation>
    </message>
    <message>
        <source>{symbol}: a stop order without a size</source>
        <translation>{symbol}: eine Stop-Order ohne Größe</translation>
    </message>
</context>
<context>
    <name>monitor.venues.guard</name>
    <message>
        <source>Is there a login page in the way? Open a web page, then wait.</source>
        <translation>Ist eine Anmeldeseite im Weg? Öffnen Sie eine Webseite und warten Sie dann.</translation>
    </message>
    <message>
        <source>WebSocket operation {operation!r}</source>
        <translation>WebSocket-Operation {operation!r}</translation>
    </message>
    <message>
        <source>a SOCKS session of ccxt&apos;s own</source>
        <translation>eine eigene SOCKS-Sitzung von ccxt</translation>
    </message>
    <message>
        <source>a WebSocket frame that is not JSON</source>
        <translation>ein WebSocket-Rahmen, der kein JSON ist</translation>
    </message>
    <message>
        <source>a WebSocket frame: nothing is streamed here</source>
        <translation>ein WebSocket-Rahmen: hier wird nichts gestreamt</translation>
    </message>
    <message>
        <source>a WebSocket to {host}{path}</source>
        <translation>ein WebSocket zu {host}{path}</translation>
    </message>
    <message>
        <source>a binary WebSocket frame</source>
        <translation>ein binärer WebSocket-Rahmen</translation>
    </message>
    <message>
        <source>a raw WebSocket frame</source>
        <translation>ein roher WebSocket-Rahmen</translation>
    </message>
    <message>
        <source>method {name}</source>
        <translation>Methode {name}</translation>
    </message>
    <message>
        <source>unapproved {method} {path}</source>
        <translation>nicht genehmigt: {method} {path}</translation>
    </message>
    <message>
        <source>{host}: the answer is a redirect ({status}); it was not followed.</source>
        <translation>{host}: Die Antwort ist eine Weiterleitung ({status}); ihr wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>{kind}: a foreign session cannot be guarded.</source>
        <translation>{kind}: Eine fremde Sitzung lässt sich nicht absichern.</translation>
    </message>
    <message>
        <source>{path} of type {kind!r}</source>
        <translation>{path} vom Typ {kind!r}</translation>
    </message>
    <message>
        <source>{venue_id}: refused {what}; Marginwatch only reads.</source>
        <translation>{venue_id}: verweigert: {what}; Marginwatch liest nur.</translation>
    </message>
    <message>
        <source>{where} gave an answer of more than {most} MB.</source>
        <translation>{where} antwortete mit mehr als {most} MB.</translation>
    </message>
    <message>
        <source>{where} gave an answer that is cut short or not JSON ({count} characters).</source>
        <translation>{where} gab eine Antwort, die abbricht oder kein JSON ist ({count} Zeichen).</translation>
    </message>
    <message>
        <source>{where} gave an empty answer.</source>
        <translation>{where} gab eine leere Antwort.</translation>
    </message>
    <message>
        <source>{where} was answered by a web page, not with data.</source>
        <translation>{where} wurde mit einer Webseite beantwortet, nicht mit Daten.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.hyperliquid</name>
    <message>
        <source>Copy the account&apos;s address; never enter a private key.</source>
        <translation>Kopieren Sie die Adresse des Kontos; geben Sie nie einen privaten Schlüssel ein.</translation>
    </message>
    <message>
        <source>Hyperliquid needs only the account&apos;s address.</source>
        <translation>Hyperliquid braucht nur die Adresse des Kontos.</translation>
    </message>
    <message>
        <source>Remove the account and add it with the address alone; a private key could trade and withdraw.</source>
        <translation>Entfernen Sie das Konto und fügen Sie es nur mit der Adresse hinzu; ein privater Schlüssel könnte handeln und abheben.</translation>
    </message>
    <message>
        <source>This is not an address: it must be 0x and 40 hexadecimal digits.</source>
        <translation>Das ist keine Adresse: 0x und 40 hexadezimale Ziffern sind nötig.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.hyperliquid_account</name>
    <message>
        <source>Enter the address of the account itself.</source>
        <translation>Geben Sie die Adresse des Kontos selbst ein.</translation>
    </message>
    <message>
        <source>{account}: this is the address of an API wallet, which holds nothing.</source>
        <translation>{account}: Das ist die Adresse eines API-Wallets, das nichts enthält.</translation>
    </message>
    <message>
        <source>{subject}: not listed at {venue}</source>
        <translation>{subject}: bei {venue} nicht geführt</translation>
    </message>
    <message>
        <source>{symbol} {timeframe}: not listed at Hyperliquid</source>
        <translation>{symbol} {timeframe}: bei Hyperliquid nicht geführt</translation>
    </message>
    <message>
        <source>{symbol}: not listed at Hyperliquid</source>
        <translation>{symbol}: bei Hyperliquid nicht gelistet</translation>
    </message>
</context>
<context>
    <name>monitor.venues.hyperliquid_read</name>
    <message>
        <source>{dex}: collateralToken is {collateraltoken}, an unknown token</source>
        <translation>{dex}: collateralToken ist {collateraltoken}, ein unbekanntes Token</translation>
    </message>
    <message>
        <source>{dex}: {count} contracts and {count2} markets</source>
        <translation>{dex}: {count} Kontrakte und {count2} Märkte</translation>
    </message>
</context>
<context>
    <name>monitor.venues.kept</name>
    <message>
        <source>An answer is missing.</source>
        <translation>Eine Antwort fehlt.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.key_check</name>
    <message>
        <source>Switch that right off at the venue, or make a key that may only read and store it here.</source>
        <translation>Schalten Sie dieses Recht an der Börse aus, oder erstellen Sie einen Schlüssel, der nur lesen darf, und hinterlegen Sie ihn hier.</translation>
    </message>
    <message>
        <source>it could not be asked: {error}</source>
        <translation>die Abfrage ging nicht: {error}</translation>
    </message>
    <message>
        <source>{account}: this key may withdraw or transfer money{words}; it is not used.</source>
        <translation>{account}: Dieser Schlüssel darf Geld abheben oder übertragen{words}; er wird nicht verwendet.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.key_facts</name>
    <message>
        <source>Binance&apos;s answer leaves rights out</source>
        <translation>in der Antwort von Binance fehlen Rechte</translation>
    </message>
    <message>
        <source>Bitget does not publish what its words for rights mean</source>
        <translation>Bitget veröffentlicht nicht, was seine Wörter für Rechte bedeuten</translation>
    </message>
    <message>
        <source>Bitget&apos;s answer does not say whether it only reads</source>
        <translation>die Antwort von Bitget sagt nicht, ob er nur liest</translation>
    </message>
    <message>
        <source>Bybit&apos;s answer does not say whether it only reads</source>
        <translation>die Antwort von Bybit sagt nicht, ob er nur liest</translation>
    </message>
    <message>
        <source>Gate&apos;s list of keys does not show which one this is</source>
        <translation>die Schlüsselliste von Gate zeigt nicht, welcher dieser ist</translation>
    </message>
    <message>
        <source>KuCoin&apos;s answer leaves the rights out</source>
        <translation>in der Antwort von KuCoin fehlen die Rechte</translation>
    </message>
    <message>
        <source>OKX&apos;s answer leaves the rights out</source>
        <translation>in der Antwort von OKX fehlen die Rechte</translation>
    </message>
</context>
<context>
    <name>monitor.venues.krakenfutures</name>
    <message>
        <source>Kraken Futures&apos; call for it is not one that ccxt can sign</source>
        <translation>der Aufruf von Kraken Futures dafür gehört nicht zu denen, die ccxt signieren kann</translation>
    </message>
</context>
<context>
    <name>monitor.venues.krakenfutures_read</name>
    <message>
        <source>flex: a position settles in it, and accounts does not list its currencies</source>
        <translation>flex: eine Position rechnet darin ab, und accounts führt die Währungen nicht auf</translation>
    </message>
    <message>
        <source>instruments: no contract is listed</source>
        <translation>instruments: kein Kontrakt aufgeführt</translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin</name>
    <message>
        <source>KuCoin has no test network.</source>
        <translation>KuCoin hat kein Testnetz.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin_account</name>
    <message>
        <source>{account}: a {mode} account; KuCoin&apos;s classic futures account can be read</source>
        <translation>{account}: ein Konto im Modus {mode}; lesbar ist das klassische Futures-Konto von KuCoin</translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin_read</name>
    <message>
        <source>{missing}: a position settles in it, and its wallet was not told</source>
        <translation>{missing}: eine Position rechnet darin ab, und das Wallet wurde nicht genannt</translation>
    </message>
    <message>
        <source>{subject}: KuCoin publishes no tiers for cross margin</source>
        <translation>{subject}: KuCoin veröffentlicht keine Stufen für Cross-Margin</translation>
    </message>
    <message>
        <source>{symbol}: marginMode is {marginmode!r} and crossMode is missing</source>
        <translation>{symbol}: marginMode ist {marginmode!r} und crossMode fehlt</translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin_streams</name>
    <message>
        <source>KuCoin&apos;s stream is at {netloc}, which is not known; the account is polled.</source>
        <translation>Der Stream von KuCoin liegt bei {netloc}, das ist nicht bekannt; das Konto wird abgefragt.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.okx</name>
    <message>
        <source>OKX&apos;s answer is empty</source>
        <translation>die Antwort von OKX ist leer</translation>
    </message>
    <message>
        <source>{host} is not a host of OKX&apos;s; known: {names}.</source>
        <translation>{host} ist kein Host von OKX; bekannt: {names}.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.okx_account</name>
    <message>
        <source>{symbol}: no order book in the answer</source>
        <translation>{symbol}: kein Orderbuch in der Antwort</translation>
    </message>
</context>
<context>
    <name>monitor.venues.order_books</name>
    <message>
        <source>a level of the order book</source>
        <translation>eine Stufe des Orderbuchs</translation>
    </message>
    <message>
        <source>price in the order book</source>
        <translation>Preis im Orderbuch</translation>
    </message>
    <message>
        <source>size in the order book</source>
        <translation>Größe im Orderbuch</translation>
    </message>
    <message>
        <source>{symbol}: the best bid {buying!r} is above the best ask {selling!r}</source>
        <translation>{symbol}: der beste Bid {buying!r} liegt über dem besten Ask {selling!r}</translation>
    </message>
</context>
<context>
    <name>monitor.venues.pace</name>
    <message>
        <source>{host} asks for a pause of {seconds} s.</source>
        <translation>{host} verlangt eine Pause von {seconds} s.</translation>
    </message>
</context>
<context>
    <name>monitor.venues.read</name>
    <message>
        <source>candle price</source>
        <translation>Kerzenpreis</translation>
    </message>
    <message>
        <source>open time</source>
        <translation>Eröffnungszeit</translation>
    </message>
</context>
<context>
    <name>monitor.venues.schedule</name>
    <message>
        <source>{unknown}: a position of a contract that {title} does not list</source>
        <translation>{unknown}: eine Position in einem Kontrakt, den {title} nicht führt</translation>
    </message>
</context>
<context>
    <name>monitor.venues.streams</name>
    <message>
        <source>The account&apos;s own stream did not tell that {symbol} changed; it is dialled anew.</source>
        <translation>Der Stream des Kontos hat nicht gemeldet, dass sich {symbol} geändert hat; er wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>The account&apos;s own stream does not answer the sign-in.</source>
        <translation>Der Stream des Kontos antwortet nicht auf die Anmeldung.</translation>
    </message>
    <message>
        <source>The stream&apos;s address does not answer.</source>
        <translation>Die Adresse des Streams antwortet nicht.</translation>
    </message>
    <message>
        <source>The venue refuses the account&apos;s own stream; the account is polled.</source>
        <translation>Die Börse lehnt den Stream des Kontos ab; das Konto wird abgefragt.</translation>
    </message>
    <message>
        <source>the stream broke ({kind})</source>
        <translation>der Stream brach ab ({kind})</translation>
    </message>
</context>
<context>
    <name>monitor.venues.venue</name>
    <message>
        <source>{subject}: the venue cannot be asked for its tiers</source>
        <translation>{subject}: die Börse lässt sich nicht nach den Stufen fragen</translation>
    </message>
</context>
<context>
    <name>monitor.whatif.asked_terms</name>
    <message>
        <source>{account} is not open</source>
        <translation>{account} ist nicht geöffnet</translation>
    </message>
    <message>
        <source>{symbol}: the venue lists no tiers</source>
        <translation>{symbol}: die Börse führt keine Stufen auf</translation>
    </message>
</context>
<context>
    <name>monitor.whatif.planning</name>
    <message>
        <source>One maintenance rate for all sizes, as given.</source>
        <translation>Ein Maintenance-Satz für alle Größen, wie angegeben.</translation>
    </message>
    <message>
        <source>Tiers as the venue listed them in {listed}; today&apos;s may differ.</source>
        <translation>Stufen, wie die Börse sie im {listed} führte; heutige können abweichen.</translation>
    </message>
    <message>
        <source>Tiers as {venue} lists them now.</source>
        <translation>Stufen, wie {venue} sie jetzt führt.</translation>
    </message>
    <message>
        <source>{account} has not been read yet; wait for its first answer.</source>
        <translation>{account} wurde noch nicht gelesen; warten Sie auf die erste Antwort.</translation>
    </message>
    <message>
        <source>{symbol} is not held, so its price is not known; give the price of the entry.</source>
        <translation>{symbol} wird nicht gehalten, also ist der Preis nicht bekannt; geben Sie den Einstiegspreis an.</translation>
    </message>
    <message>
        <source>{why}. Give the maintenance rate.</source>
        <translation>{why}. Geben Sie den Maintenance-Satz an.</translation>
    </message>
</context>
<context>
    <name>monitor.whatif.supposed</name>
    <message>
        <source>A new position in {symbol} needs a size and a leverage above 0.</source>
        <translation>Eine neue Position in {symbol} braucht eine Größe und einen Hebel über 0.</translation>
    </message>
    <message>
        <source>{account}: its {currency} wallet is not known, so nothing can be moved there.</source>
        <translation>{account}: das {currency}-Wallet ist nicht bekannt, also lässt sich dort nichts bewegen.</translation>
    </message>
    <message>
        <source>{position}: its leverage is not known; give one, for it decides the margin.</source>
        <translation>{position}: der Hebel ist nicht bekannt; geben Sie einen an, denn er bestimmt die Margin.</translation>
    </message>
    <message>
        <source>{position}: its leverage is not known; give one, for more of it needs margin.</source>
        <translation>{position}: der Hebel ist nicht bekannt; geben Sie einen an, denn mehr davon braucht Margin.</translation>
    </message>
    <message>
        <source>{position}: its margin is not known, so nothing can be added to it.</source>
        <translation>{position}: die Margin ist nicht bekannt, also lässt sich nichts nachschießen.</translation>
    </message>
    <message>
        <source>{position}: its margin is not known, so what closing releases is not known either.</source>
        <translation>{position}: die Margin ist nicht bekannt, also auch nicht, was das Schließen freigibt.</translation>
    </message>
    <message>
        <source>{position}: its margin is not known, so what the wallet gets back is not known either.</source>
        <translation>{position}: die Margin ist nicht bekannt, also auch nicht, was das Wallet zurückbekommt.</translation>
    </message>
</context>
<context>
    <name>monitor.whatif.whatif</name>
    <message>
        <source>{account} is no longer there: what was supposed of it is left out.</source>
        <translation>{account} ist nicht mehr da: Was dazu angenommen war, entfällt.</translation>
    </message>
    <message>
        <source>{name} is no longer there: what was supposed of it is left out.</source>
        <translation>{name} ist nicht mehr da: Was dazu angenommen war, entfällt.</translation>
    </message>
    <message>
        <source>{name} on {account}</source>
        <translation>{name} auf {account}</translation>
    </message>
    <message>
        <source>{symbol} is not held at this venue: its margin tiers are not known here. `marginwatch calc` works such a trade out.</source>
        <translation>{symbol} wird an dieser Börse nicht gehalten: Die Margin-Stufen sind hier nicht bekannt. `marginwatch calc` rechnet so einen Trade durch.</translation>
    </message>
</context>
<context>
    <name>monitor.whatif.whatif_notes</name>
    <message>
        <source>isolated {name}</source>
        <translation>isolated {name}</translation>
    </message>
    <message>
        <source>the {settle} cross pool</source>
        <translation>der {settle}-Cross-Pool</translation>
    </message>
    <message>
        <source>{account}: its {currency} wallet would be below zero; the venue would not allow that.</source>
        <translation>{account}: das {currency}-Wallet läge unter null; die Börse ließe das nicht zu.</translation>
    </message>
    <message>
        <source>{account}: the initial margin of {pool} would be above the equity: refused.</source>
        <translation>{account}: {pool}: die Initial-Margin läge über der Equity: abgelehnt.</translation>
    </message>
    <message>
        <source>{account}: the margin of {pool} would be below zero; the venue would not allow that.</source>
        <translation>{account}: {pool}: die Margin läge unter null; die Börse ließe das nicht zu.</translation>
    </message>
    <message>
        <source>{account}: {pool} would be liquidated.</source>
        <translation>{account}: {pool} würde liquidiert.</translation>
    </message>
</context>
</TS>
