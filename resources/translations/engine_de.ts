<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>monitor.account_list</name>
    <message>
        <source>Switch that right off at the venue, or make a key that may only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account {account_id!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: a new account needs its key and secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: the keyring holds no key for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: this key can trade{words}; it was not stored. Better make one that may only read; to use it all the same, type the account&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: this key may withdraw or transfer money{words}; it was not stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.beyond_conditions</name>
    <message>
        <source>Add margin, or hold less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {amount} or cut {size} to come under your line, {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {amount} or cut {size} to reach {aim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {amount} to come under your line, {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {amount} to reach {aim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this distance and volatility real prices went that far so often; your line is {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the visible order book: {amount}, slippage and fee. Close in parts, or earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a crash a tenth of today&apos;s order book may be left. Your line is {line}. Hold less, or close in parts while the book is deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes {paid} a day at today&apos;s rates, though no price moves. Add margin, or hold less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The book does not even hold all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not needed as margin: without them every position still keeps {distance}. Kept elsewhere they cannot be lost in a liquidation, or with the exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your line is {line}. Hold less of it, with less margin behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your line is {line}. Move what is not needed as margin elsewhere, or trade isolated: a cross pool can lose all of its wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gap} past the liquidation price the margin is gone; after a jump of {jump} {missing} are missing, and the venue does not say that it bears them. Hold less, or set a stop well before liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} from the entry, slippage included; your line is {line}. Move the stops nearer (the first one is at {stop}), or hold less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{margin} stand behind this one trade; your line is {line}. Hold less, so that one mistake stays small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · a figure of its risk is not known now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · a jump through liquidation may leave you a debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · a thin book would leave {share} of it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · about {amount} USD lie there for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · closing it at once costs {share} of its margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · funding alone brings liquidation to {line} within {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · funding does not bring liquidation nearer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · its effective leverage is {leverage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · its margin is {share} of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · its stops lose {share} of its margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · liquidated within 24 h in {low} to {high} of such cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · no jump leaves you a debt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · up to {amount} can be lost: {share} of the account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.clocks</name>
    <message>
        <source>Measured against {venue}. Requests are corrected for it, times on screen are not. Switch on automatic time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other venue agrees with it. Requests are corrected for it; times that it tells are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of {venue} is {seconds} s ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of {venue} is {seconds} s behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time is measured anew and the request repeated. Switch on automatic time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {seconds} s fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {seconds} s slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venues} agree on it. Requests are corrected for it, times on screen are not. Switch on automatic time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venues} and this computer agree. Requests are corrected for it; times that {venue} tells are its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue} refuses requests because of their time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.data_readings</name>
    <message>
        <source>Every account is blind. Check the connection; a stop order at the exchange works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its risk figures are the last ones known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network: no venue answers since {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid answer has come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is cleared meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was watched for {asleep}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue answers, but with an old price: distances rest on it. Look at the price at the venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue’s own price is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer slept, or the program stood still. Everything is read anew; look at your positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not listed is not guarded. Look at the venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: data is fresh again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its answers cannot be believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its totals speak of positions that its list leaves out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: no data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: no fresh data for {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: the mark price of {base} is {age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {count} position missing without proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {count} positions missing without proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: not in the venue&apos;s answer, but nothing proves that it is closed. It stays, marked. Look at the venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {account_id} · how near liquidation is, is unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.keys</name>
    <message>
        <source>Marginwatch only reads, but a key that can trade is a danger wherever it lies. Store one that may only read, or agree to this one under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is not read until that right is gone. Switch it off at {venue}, or store a key that may only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the account is not read. Make a new read-only key at {venue} and store it under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its key can trade{words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its key expired on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its key expires on {day}, in {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its key is as agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its key is good until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its key may withdraw or transfer money{words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.position_conditions</name>
    <message>
        <source>At this rate it costs what you hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this rate it costs what you hold: {paid} {settle} a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a crash the exchange may close a winning position by force. Less leverage moves it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maintenance rate went from {old} to {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its maintenance-margin tiers are others now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing closes it before its liquidation. Set a stop at the exchange: it works while this computer is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours {ours}, the venue&apos;s {told}: the nearer one rings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange liquidates at first: that stop never fills. Move it before that price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange liquidates at {price} first: that stop never fills. Move it before that price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The liquidation price comes nearer with each payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The liquidation price is {now} by the new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{row} · a stop lies beyond the liquidation price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} · first in the queue for auto-deleveraging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} · funding has jumped: it pays {paid} every 8 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} · no stop order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} · our liquidation price and the venue&apos;s differ by {gap} of the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} · stops cover {cover} % of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} · the venue changed the margin rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.price_alerts</name>
    <message>
        <source>It cannot speak. Choose an account whose venue lists this symbol, or remove the alert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price alert {name} above {limit}: no price comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price alert {name} below {limit}: no price comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last price is {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark price is {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is above {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is below {limit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.risk_readings</name>
    <message>
        <source>A stop lies beyond the liquidation price: it will never fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {money} or cut {size} to reach {aim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {money} to reach {aim}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {need} {settle} to come under {warning}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By itself the nearest one would have {naive}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the venue&apos;s figure; ours is {ratio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If every price moves together, {distance} is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance margin {maintenance_margin} against equity {equity} {settle}, {headroom} of room; at 100 % the exchange liquidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {mark}, {age} old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {mark}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stop order covers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAST its liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAST its liquidation price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s liquidation price; ours is {ours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a common fall of {distance} liquidates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a common rise of {distance} liquidates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price can liquidate it</source>
        <translation>kein Preis kann sie liquidieren</translation>
    </message>
    <message>
        <source>{distance} to liquidation {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{headroom} {settle} of room are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pool} · margin ratio {worse}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.alerts.wording</name>
    <message>
        <source>Mark </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.autostart</name>
    <message>
        <source>Marginwatch no longer starts at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch starts at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Windows: press Win+R, type shell:startup, and put a shortcut to Marginwatch there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On macOS: System Settings → General → Login Items → add Marginwatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The autostart entry cannot be changed ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no autostart folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.channel_list</name>
    <message>
        <source>Nothing is wrong. This is how an alarm arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST: Marginwatch reaches you here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels have changed meanwhile; look at the list and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no channel {name!r}; known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is removed, with its secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is saved. Send a test through it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: a new channel needs its tokens or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {names} is needed; nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.child</name>
    <message>
        <source>Another engine (process {pid}) already guards these accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another engine guards this data folder and does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`marginwatch watch` (process {pid}) already guards these accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another window took over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the demo&apos;s window is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window was closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.credentials</name>
    <message>
        <source>Install one and log in again: sudo apt install gnome-keyring libsecret-1-0 dbus-user-session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyring service is running, so the key cannot be kept safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Windows credential manager must be switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not give back what was stored; nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not answer; is its unlock window open? Log out and in again if it stays silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked: unlock it (log in to the desktop, or open its password manager) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring refused the request ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring&apos;s entry for this account is damaged; add the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The macOS login keychain must exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is too long for the Windows credential store; use an Ed25519 or HMAC key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its helper process could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its helper process ended early</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.dead_man</name>
    <message>
        <source>A CRITICAL alarm has not got through for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered with status {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ping: the address could not be read ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ping: the keyring holds no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accounts have not been judged for 10 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm chain has not passed its test for a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ping did not get through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withheld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is not read, and nobody could be told.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.depth_feed</name>
    <message>
        <source>{symbol}: its order book is older than {minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: the venue does not answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.engine.changes</name>
    <message>
        <source>The account was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo: it tells nobody outside this computer. Start Marginwatch without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is removed, with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.engine.commands</name>
    <message>
        <source>Nothing is wrong. Acknowledge it to end the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST {name}: the alarm chain works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.engine.loop</name>
    <message>
        <source>Monitoring stopped by the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the window showed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} position is open and no longer guarded ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} positions are open and no longer guarded ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.engine.reach</name>
    <message>
        <source>Shown by the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine goes on guarding and tells by itself. Start Marginwatch again to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window does not answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.engine.watchdog</name>
    <message>
        <source>Free some space or mend the folder; then all is stored again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it and test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm chain did not pass its test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said is not being kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.errors</name>
    <message>
        <source>Check the key, its read permission and its IP list at the venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network; the program keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown as safe; please report it with a diagnostics bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock (switch on automatic time).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program waits as the venue asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue is in trouble; the program keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.explain</name>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account {account} on {venue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If all marks fall: {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If all marks rise: {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool {pool_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all marks together: down {common_shock_down}, up {common_shock_up}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {curve} x value x value: the rate grows with the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a floor the requirement jumps: with no equal sides, the floor&apos;s price liquidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at price p: equity   {wallet} {moves}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backstop (the venue takes over) at {backstop_price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bankruptcy price {bankruptcy_price}; at most lost: {max_loss} {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basis: {basis}. {basis_reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 0: the mark is PAST that price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both legs of the symbol move together; one price for both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: equity {equity} = required {required}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: the pool with {symbol} there: equity {equity} = required {required} {settle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing fee {fixed}, of the entry value, is required too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing fee {reserve} is reserved beside the margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal at {name} = {quotient}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equity {equity} {money} = wallet {wallet} + unrealised PnL {pnl}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equity {equity} {money}, of:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further loss until then {loss_to_liquidation} {settle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headroom {headroom} {money}; {venue_ratio_name} {venue_ratio}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial margin {initial_margin} {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lets every other mark stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation at {threshold:g} x the requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation price {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation price {price}, shown as {shown} ({rounding} the tick)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation price: none; no price of this symbol alone can liquidate the pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance margin {maintenance_margin} {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin ratio {margin_ratio} = required / equity; liquidation at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marginal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks of different instants explain {skew}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required {beside}{rate} x {size} x {name}{minus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required {required} {money}; maintenance margin {maintenance_margin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule: {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size {size} {unit} = {contracts} contracts x {contract_size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solved in USD with the other marks still; collateral in the same coin moves with the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taker fee {taker} of the value is required too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue says {reported_liquidation_price}: {agreement}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue says: {reported_liquidation_price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue tells no liquidation price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier {index}: from {floor}, rate {rate}, deduction {deduction}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiers by {unit}, {kind}: {walk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: {unknown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrealised PnL {unrealized_pnl} {money} = {size} x ({difference})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {notional} {money} = {size} {value} {mark} (mark)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ticks, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency}: {balance} counts for {worth} USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{others} (other positions) + </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pool_id}: equity {equity} {settle}, required {required}, ratio {margin_ratio}; {pool}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pool_id}: unknown: {unknown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ticks}{disagreement} of the mark apart; its accuracy explains {accuracy},</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tier} of {tiers} now, {then} at liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way}: the nearest single price ({name}, {naive}) hides {hidden}:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.explain_beyond</name>
    <message>
        <source>= {loss_of_margin} of the margin, line {line}; {loss_of_equity} of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below zero: {status}. {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K {bankruptcy_price} (bankruptcy), L {price}, s {fill_std}, d = ln(K / L) / s, in 1/price for inverse contracts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money here: {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a distance of {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a jump of {jump} through it, to {price}: loses {realized_loss} {settle}, {shortfall} beyond the margin; {borne_by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ratio of {value}</source>
        <translation>eine Quote von {value}</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this price, {distance} away in {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>borne by: {borne_by}; read in: {source}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries the liquidation price by {drift_per_day} a day = - payment / slope of h there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chances: unknown; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close {cut_order} contracts ({cut} before rounding up to the lot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>costs {cost} {settle} against the mid, and a fee of {fee}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleveraging rank {rank} ({scale})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleveraging score {score} (estimate) = {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleveraging: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance {deviations} daily deviations; volatility {volatility} a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective leverage {effective_leverage} = value / equity ({verdict} {leverage_low:g} to {leverage_high:g}); largest for {leverage_chance} in {leverage_days:g} days: {largest_leverage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit cost: unknown; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit now: {filled} contracts at {average_price} on average, worst {worst_price}; {slippage} from the mid {mid}; book {age_s:.0f} s old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected shortfall {expected_shortfall} {settle} = size x (K Phi(d) - L exp(s^2/2) Phi(d - s)),</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fee {fee} = {fee_rate} of the value there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fee: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funding: unknown; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funding: {payment} {settle} at the next settlement = - side x rate {rate} x value; {per_day} a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap loss: none; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a book of {depth}: {slippage}, left over {unfilled}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidated there: loses {loss} {settle} from the mark, and {remaining_margin} are left = the requirement at that price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin {margin} {settle} is {margin_share} of the account ({verdict} the line of {share_low} to {share_high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cut: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its pool, this position gives the most relief for each unit closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or {count} with the margin put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read in: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops cover {covered}, leave {uncovered} contracts; lose {loss} {settle} from entry with {slippage} slippage ({assumed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops: unknown; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {goal}: add {add} {money}, or {cut}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {goal}: unknown; {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>touched within {hours} h: {low} to {high} (the model says {model}: first passage under Student mixture; the range is what really happened then)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pool_id}: all marks jump {jump} through its common shock: loses {loss} {currency}, of which {shortfall} beyond its equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pool_id}: equity {equity} {currency}, initial margin {initial_margin}; not needed {not_needed} = what may leave while liquidation stays {kept_distance} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unfilled} contracts are left over: the visible book ends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.fund_feed</name>
    <message>
        <source>the venue does not answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.history</name>
    <message>
        <source>The database cannot be written ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was damaged and set aside as {name}; a new one was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} cannot be opened ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} cannot be read ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} was overwritten while it was in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} was removed while it was in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {name} was written by a newer version of Marginwatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no journal yet ({path}); it begins when Marginwatch first guards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is of another version of Marginwatch; start the program once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.key_words</name>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new one once a year is safer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any IP address may use it; bind it to yours at the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound to IP addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can trade (agreed {day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can trade (not agreed to)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires on {day}, in {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can trade{words}; one that may only read is safer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not expire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it expired on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it expires on {day}, in {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may withdraw or transfer money{words}; make a key that may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its age is not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its expiry is not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made {day}, {age} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only listed IP addresses may use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue did not say what this key may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue does not say whether it is bound to your IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none: an address can only be looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverified: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age} old</source>
        <translation>{age} alt</translation>
    </message>
    <message>
        <source>{count:,} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.look_back</name>
    <message>
        <source>The database does not answer now; please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.binance</name>
    <message>
        <source>Binance publishes the formula and it is reproduced from the account&apos;s own inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binance publishes the multi-assets ratio; balances count at bid, debts and requirements at ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of balances after collateral rate = 1.05 x unified maintenance margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of min(balance x bid, balance x ask) = sum of maintenance margin x ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniMMR follows the published rule; Binance publishes no price, so it is solved for uniMMR = 105 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wallet + unrealised PnL = value x rate - maintenance amount, of all positions in the pool</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.binance_coinm</name>
    <message>
        <source>Binance publishes the formula and it is reproduced to 8 decimals from a real answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wallet + unrealised PnL = value x rate - maintenance amount, in coin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.bingx</name>
    <message>
        <source>BingX publishes the risk rate; its fee&apos;s share is inferred, and liquidation also watches the last price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BingX&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x (rate + taker fee) - deduction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.bitget</name>
    <message>
        <source>Bitget changed its cross algorithm on 2025-09-29 without publishing it: solved for a risk of 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitget publishes no liquidation price formula for its unified account: solved for a margin ratio of 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitget publishes the isolated formula and a sample reproduces to 14 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until 2025-09-29 Bitget kept the requirement at the current mark; reproduced on four real answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x (rate + taker fee) - offset</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.bybit</name>
    <message>
        <source>Bybit computes portfolio margin from scenarios that it does not publish in full; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bybit published the formula of the entry-value era, to the tick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bybit publishes no cross formula and calls its own price an estimate: solved for a rate of 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bybit publishes the isolated formula for inverse contracts only; linear ones are taken by analogy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bybit publishes the isolated formula for inverse contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x rate - deduction (the reserved closing fee stands on both sides)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin balance = sum of value x rate - deduction + closing fee</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.deribit</name>
    <message>
        <source>Deribit publishes the requirement, not the price; the index is taken to stand at the mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deribit&apos;s scenario and cross-collateral margins need its live parameters; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price solves Deribit&apos;s own rule, but its schedule for inverse contracts was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin balance = value x (rate + slope x size)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.dydx</name>
    <message>
        <source>The protocol&apos;s code is public; the price follows from its own condition, at oracle prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>net collateral = sum of value x maintenance fraction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.gate</name>
    <message>
        <source>Gate publishes no price formula for its unified account: solved for an MMR of 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate publishes the formula and a real position reproduces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate&apos;s portfolio margin is not recomputed; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x (rate + taker fee)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.generic</name>
    <message>
        <source>No margin model of this venue is built in: its tiers are applied without fees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This venue&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equity = value x rate - deduction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.htx</name>
    <message>
        <source>HTX publishes the margin rate; the price solves it for 100 %, no worked example was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTX&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equity = value x rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.hyperliquid</name>
    <message>
        <source>Hyperliquid publishes the formula and 29 real positions reproduce it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyperliquid&apos;s portfolio margin is not recomputed; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account value = value x rate - deduction, of all positions in the pool</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.kraken</name>
    <message>
        <source>Kraken publishes a worked example; it follows when the requirement floats with the mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kraken publishes the rule but no price; collateral in the position&apos;s coin is moved with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = value x rate, in coin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum of collateral after haircut + unrealised PnL = sum of entry value x rate, larger leg only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.kucoin</name>
    <message>
        <source>KuCoin publishes the risk rate; its cross price is a reference that a real answer reproduces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KuCoin&apos;s isolated margins are reproduced to 8 digits, the funding rate&apos;s part by inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KuCoin&apos;s portfolio margin is not recomputed; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = entry value x (rate + funding rate)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.mexc</name>
    <message>
        <source>MEXC&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEXC&apos;s published formula is reproduced, but a later text adds fees whose size it does not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + unrealised PnL = entry value x rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.okx</name>
    <message>
        <source>OKX publishes the ratio, and its liquidation price follows from it to 11 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OKX&apos;s portfolio margin is a stress test whose parts are not all published; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio is OKX&apos;s own rule; the price assumes that collateral in the position&apos;s coin moves with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equity = value x (rate + taker fee)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.phemex</name>
    <message>
        <source>Phemex publishes the formula and its example and two real positions reproduce it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phemex&apos;s answers hold too little to recompute; its own figure is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin + reserved closing fee + unrealised PnL = value x (rate + taker fee) - amount</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.rules</name>
    <message>
        <source>No model of this multi-currency mode is built in: the venue&apos;s requirement is set against all currencies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s mode is not known, so nothing is recomputed; the figure is the venue&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.margin.sorting</name>
    <message>
        <source>The funding rate is not known: none is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leverage is not known: the closing fee is taken of the whole entry value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The taker fee rate is not known: the venue&apos;s base rate of {taker_rate:.3%} is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.apprise</name>
    <message>
        <source>Apprise address (service://…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apprise could not send it; check its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apprise did not finish within {deadline_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by Apprise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Apprise library is not installed: pip install &apos;marginwatch[apprise]&apos;.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop refused the notification ({refusal}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications cannot be reached ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications did not answer in {deadline_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no D-Bus session, so the desktop shows no notifications.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.email</name>
    <message>
        <source>From address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail server (smtp.example.com)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the mail server (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server cannot be used ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server did not answer within {deadline_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server does not accept the To address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server does not accept the user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server refused the message (status {smtp_code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail server&apos;s encryption is not valid; check its security.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name there (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.flood</name>
    <message>
        <source>The flood of alarms is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>WARNUNG</translation>
    </message>
    <message>
        <source>WARNING and DANGER share a card per account; CRITICAL keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {count} alarms at once ({levels})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {count} alarms unanswered ({levels})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} alarms in ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} told before still stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} told before still stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{titles}. Each has its row in the feed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{titles}; and {count} more. Each has its row in the feed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.ntfy</name>
    <message>
        <source>Access token (empty: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server (empty: https://ntfy.sh)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by ntfy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic (whoever knows it can read it)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.pushover</name>
    <message>
        <source>API token of your application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by Pushover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your user key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.telegram</name>
    <message>
        <source>Number of the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by Telegram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token of your bot (from @BotFather)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.web</name>
    <message>
        <source>It cannot be reached ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not answer within {deadline_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https:// (http:// only inside your own network).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it wants to send us elsewhere; enter its final address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} refused the message (status {status}{said}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.notify.webhook</name>
    <message>
        <source>Address (https://…)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key to sign with (empty: not signed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by the webhook&apos;s server (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook&apos;s server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook&apos;s server: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.outbox</name>
    <message>
        <source>Marginwatch reaches you again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer within {deadline_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel had failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected {kind}; see the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} alarms</source>
        <translation>{count} Alarme</translation>
    </message>
    <message>
        <source>{count} alarms were over before they got through; see the journal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.planning</name>
    <message>
        <source>One maintenance rate for all sizes, as given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers as the venue listed them in {listed}; today&apos;s may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} has not been read yet; wait for its first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} is not held, so its price is not known; give the price of the entry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.readings</name>
    <message>
        <source>long and short</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.recorder</name>
    <message>
        <source>Alarms go on from memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not answer; alarms go on from memory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.rehearsal</name>
    <message>
        <source>WARNING from {warning}, DANGER from {danger}, CRITICAL from {critical}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin ratio</source>
        <translation>Margin-Quote</translation>
    </message>
</context>
<context>
    <name>monitor.risk.across</name>
    <message>
        <source>All legs lean the same way: no transfer makes them safer together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All legs together have less than they need already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health of one of the legs is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together they survive a move of {farthest:.0%} either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one of the legs settles in has no known price.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.adl</name>
    <message>
        <source>(mark / entry) x (notional / account value); for shorts entry / mark, which is our reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(profit / wallet balance) x (maintenance margin / margin balance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1; 1 is reduced first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 4; 4 is reduced first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 5; 5 is reduced first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5; 1 is reduced first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5; 5 is reduced first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no queue: counterparties are chosen at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no queue: losses beyond the fund are shared among the winners of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no queue: positions are assigned, then unwound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return on the entry value x effective leverage in profit, / effective leverage in loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return x position value / effective margin in profit, / it in loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.beyond_report</name>
    <message>
        <source>No money here is to spare: all of it backs the open positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a balance, leverage or tier is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing this position alone does not reach it: others need the margin, or its legs are netted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no move of all marks together liquidates, or it is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price of this symbol alone can liquidate the pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several currencies are not added up, or a figure is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop-limits of {size:.12g} contracts stay unfilled when the price jumps over their limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops are {size:.12g} contracts larger than the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops of {size:.12g} contracts do not wait for the mark price, by which the venue liquidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops of {size:.12g} contracts lie beyond the liquidation price: they never fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops of {size:.12g} contracts lie on the winning side: they are targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops of {size:.12g} contracts may fill only beyond the liquidation price, slippage included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss at the stops is more than {line:.0%} of the margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the margin or the equity of the account is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the open orders have not been read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the risk of this position is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the size of the fund has not been read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue gives no rank for this position; the score is an estimate, and ranks need the other users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue releases margin with the size, and no lower tier is enough: add margin, or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue tells only today&apos;s size; how it was before is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue tells only today&apos;s size; our own record does not cover seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the visible book ends before the whole size: {unfilled:.12g} contracts are left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: the margin is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amounts} are not needed as margin: kept elsewhere, they cannot be lost in a liquidation here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:.12g} of {held:.12g} contracts have no stop before liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: its funding rate is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: its order book has not been read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.calculator</name>
    <message>
        <source>A size by risk is worked out for linear contracts; give the size or the margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size by risk needs a stop price, and a risk below 1 (0.01 is 1 % of the account).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size by risk needs the account&apos;s wallet; give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {leverage:g}x liquidation is touched within {leverage_days:g} days more often than in {leverage_chance:.0%} of cases; {most:.1f}x is the largest for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of size, margin and risk: it decides how large the trade is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is less than the smallest order of {symbol}, {lot_size:g} contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effective leverage is {effective_leverage:.1f}; {leverage_low:g} to {leverage_high:g} suit a beginner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The margin is more than the account holds: the exchange would refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The margin is {margin:.0%} of the account; the line is {margin_share_high:.0%} ({lines_source}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop lies beyond the liquidation price: the exchange closes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop loses {stop_loss:.0%} of the margin; the line is {stop_loss_share:.0%}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop of a long lies below its price, {price:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop of a short lies above its price, {price:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} must be above 0, not {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stop: the exchange closes the trade, at its own price and fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: its maintenance-margin tiers are not known; give the maintenance rate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.crash_paths</name>
    <message>
        <source>10 October 2025 · cascade, -14.5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 October 2025 · the same, at -17 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 March 2020 · COVID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 May 2022 · LUNA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>19 May 2021 · China ban</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 August 2024 · the same, at -20 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 August 2024 · yen carry trade, -15 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 November 2022 · FTX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BTC: real hourly bars of Binance spot (gapless-crypto-data 2.15.1, MIT). Other coins follow BTC as a power fitted to their published fall. The order of an hour&apos;s high and low is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic path through published figures: 122,574 to 104,782 from 20:50 UTC, the worst at 21:15 (press, 2025-10-10); 101,000 to 102,000 on some venues. AVAX 23.09 to 8.52, LINK 17.98 to 7.90, BNB 1,113 to 860, SOL -40 %; ETH to 3,436, from about 4,350 (estimate). Half of the fall comes back: an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic path through published figures: 58,350 to 49,513 in under 5 hours, 52,500 within 2 (press, 2024-08-05); sources range from -15 to -20 %. ETH 2,695 to 2,118. Half of the fall comes back: an assumption.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.liquidation_fees</name>
    <message>
        <source>Kraken leaves you what a better fill leaves; the fee of its partial liquidations is not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue names this rate as the most that it charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue settles at the bankruptcy price and keeps what a better fill leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue&apos;s liquidation fee for this contract has not been read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.protection</name>
    <message>
        <source>A bankrupt account is balanced back to 0 by the insurance fund: described as operation, not as a promise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A liquidated position is always settled at its bankruptcy price; a worse fill is paid by the fund, a better one stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A negative coin becomes a loan with automatic repayment. Articles say that the user agreement frees users of negative balances on the unified account unless there was fraud; the agreement itself was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A protocol, not a licensed platform: what the law promises retail clients does not reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a uniMMR of 100 % or less Binance liquidates and may claim the loss: there is no protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kraken writes that an account balance can never go below zero; positions are assigned, then unwound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative equity is reset to zero. If the fund is empty, the winners of the day share the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found about losses beyond the margin at this venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found about losses beyond the margin of portfolio accounts at this venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only retail users where the law demands it ({articles}, read 2026-10). {law}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms licensed for retail clients in the EU and the UK must protect against negative balances; professional clients may have given that up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security Fund, then winners by auto-deleveraging; you, should the venue claim it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Security Fund covers a deficit first, then positions are deleveraged at the mark price, and no loss is shared out after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurance fund pays up to the maximum spread; then counterparties chosen at random are reduced at the bankruptcy price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurance fund takes over what a fill beyond the bankruptcy price misses, then winners are reduced. That is how the venue says it works; no promise to the user was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of an isolated position is capped at its margin, by the protocol itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The risk fund covers what is negative after a liquidation; newer contract wording was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole account can be lost. What is missing beyond it is borne by winners: on 2025-10-10, 302 accounts were negative by 23.19 million dollars, and 34,983 positions were deleveraged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users are &quot;not held accountable&quot; for a loss beyond their margin; the insurance fund bears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backstop vault, then winners at the previous mark price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insurance fund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insurance fund, then counterparties chosen at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insurance fund, then the winners of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insurance fund, then winners by auto-deleveraging; a negative coin is your loan until it is waived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insurance fund, then winners by auto-deleveraging; you, should the venue claim it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidity providers by assignment, then counterparties by unwinding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: it may be you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk fund, then winners by auto-deleveraging; you, should the venue claim it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two introductory articles on leveraged futures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you: Binance may claim it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.report_rows</name>
    <message>
        <source>a wallet balance, margin, price or tier that this position depends on is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wallet balance, mark, index price or tier of this pool is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency}: its index price is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency}: its wallet balance or margin is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: the maintenance-margin tiers are not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.sizing</name>
    <message>
        <source>two introductory articles on leveraged futures, checked 2026-10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.stress_report</name>
    <message>
        <source>a wallet balance, mark, index price or tier of it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price of {settle} is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}, {pool}: left out of the sums; {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.risk.volatility</name>
    <message>
        <source>its price has not moved in all known hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only {count} hours of prices are known; {fewest_hours} are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: its price bars have not been read yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.self_test</name>
    <message>
        <source>A synthetic position was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>It is CRITICAL at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {distance:.1%} from liquidation, as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stored before it was told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its distance was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch tests its alarm chain. Nothing is wrong, nothing is to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CRITICAL alarm came of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>The database did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine did not come round to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.settings</name>
    <message>
        <source>A coin counts at the mark of a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>In Gefahr</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency of the total equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective leverage, from</source>
        <translation>Effektiver Hebel, ab</translation>
    </message>
    <message>
        <source>Effective leverage, to</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio to reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near an alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the margin of a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scalp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many times the WARNING distance counts as near it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That must stay when money is taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file cannot be read ({error}); the defaults are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file cannot be used ({error}); the settings stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was damaged ({error}); it was kept as {name}, defaults are in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are 999 damaged copies of {name}; please remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “add … or cut …” aims at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While a figure of the account is, or nearly is, in alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the window is seen and no stream brings the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account label {label!r} is used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account label {label!r}: 1 to 40 characters, no space at either end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account label {label!r}: no line breaks and no |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an override needs an account, a symbol or a side; for all use the limits themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel name {name!r} is used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel name {name!r}: no line breaks, no |, no space at either end, not a local one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare: the low end of a line must not lie above its high end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data_ages: danger_s &lt;= critical_s is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price alert {name!r}: each needs a name of its own, without |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet_kinds: {unknown!r} cannot be switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shelved {key!r}: 24 hours are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {count} price alerts; {most} are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volatility_distance: warning &gt; danger &gt; critical &gt;= 1 is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>way_gone: warning &lt; danger &lt; critical &lt;= 95 % is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}liquidation_distance: warning &gt; danger &gt; critical &gt;= 1 % is needed, got {warning:g}, {danger:g}, {critical:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}margin_ratio: warning &lt; danger &lt; critical &lt;= 95 % is needed, got {warning:g}, {danger:g}, {critical:g}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.spoken</name>
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
        <source>address only</source>
        <translation>nur Adresse</translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
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
        <source>cleared</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>verschärft</translation>
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
        <source>gap</source>
        <translation>Lücke</translation>
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
        <source>isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may claim</source>
        <translation>kann fordern</translation>
    </message>
    <message>
        <source>mute over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not acknowledged for {count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not yet acknowledged</source>
        <translation>noch nicht quittiert</translation>
    </message>
    <message>
        <source>notional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset</source>
        <translation type="unfinished"></translation>
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
        <source>read-only</source>
        <translation>nur lesen</translation>
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
        <source>self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>geparkt</translation>
    </message>
    <message>
        <source>short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skewed snapshot</source>
        <translation type="unfinished"></translation>
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
        <source>stands by itself now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>vorübergehend</translation>
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
        <translation type="unfinished"></translation>
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
    <name>monitor.supposed</name>
    <message>
        <source>A new position in {symbol} needs a size and a leverage above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its {currency} wallet is not known, so nothing can be moved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position}: its leverage is not known; give one, for it decides the margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position}: its leverage is not known; give one, for more of it needs margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position}: its margin is not known, so nothing can be added to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position}: its margin is not known, so what closing releases is not known either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position}: its margin is not known, so what the wallet gets back is not known either.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.telling</name>
    <message>
        <source>Alarms do not get through {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has failed for {since} min. {detail} It is tried again until it works; test it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was acknowledged before it got through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm was over before it got through.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.tick</name>
    <message>
        <source>No longer shelved: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody watched for an unknown time: the clock was moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody watched for {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine was not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s answers agree that it is no longer there, and it was CRITICAL when it was last seen. Look at the venue&apos;s order history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s answers agree that it is no longer there, and its margin did not come back. Look at the venue&apos;s order history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s answers agree that the {mode} position on {account_id} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s records name the order; {contracts} contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WARNING and DANGER are not told for {span}; CRITICAL is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is missing from the venue&apos;s newest answer, and not yet proven closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{contracts:,.12g} contracts closed by force at {price}. Check what is left in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} LIQUIDATED by the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} closed by your order at {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gone: closed, or LIQUIDATED?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.total</name>
    <message>
        <source>no rate for {currency}: no position in it is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rate for {settle} ({account})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the equity of {account} in {settle} is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is not seen now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venue_labels</name>
    <message>
        <source>{title} (derived)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.accounts</name>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age and expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Reach {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is allowed for, but set it right (switch on automatic time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keiner offen</translation>
    </message>
    <message>
        <source>not read for {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the futures wallet is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer is {offset:+.1f} s off the venue&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} in {latency_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance</name>
    <message>
        <source>{host} is not a host of Binance&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance_coinm</name>
    <message>
        <source>{venue} has one host; {host} is none of its.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance_coinm_read</name>
    <message>
        <source>{currency}: a position settles in it, and {answer} does not list it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: {field} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: {field} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: {field} is {value!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: not among the listed contracts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.binance_read</name>
    <message>
        <source>{symbol}: a candle has {count} fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget</name>
    <message>
        <source>{host}: {venue} has no other host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget_account</name>
    <message>
        <source>{subject}: more than {count} pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget_read</name>
    <message>
        <source>entry price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: unrealised PnL {pnl:g} does not fit a size of {size:g}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.bitget_wallets</name>
    <message>
        <source>unrealised PnL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.bybit</name>
    <message>
        <source>{host} is not a domain of Bybit&apos;s; known: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.bybit_read</name>
    <message>
        <source>{account_id}: a classic account; Bybit&apos;s unified account is what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account_id}: inverse positions of unified account 1.0 have a wallet that is not read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.client</name>
    <message>
        <source> (code {value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SOCKS proxy needs the Python package aiohttp-socks, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address outside this computer is left: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may refuse your country or network; another route or host may be needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy must begin with http://, https:// or socks5://, not {scheme}://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate is not trusted; is something listening in between?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name could not be resolved (DNS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection could be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secure connection could be made (TLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer was cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection broke ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was closed before an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: base_url and ws_base_url belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: no complete answer to {method} within {deadline_s:g} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: no complete answer to {path} within {deadline_s:g} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: the answer to {method} was not understood ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: this computer&apos;s clock is {offset:+.1f} s off the venue&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {endpoint} was not understood: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {url} is not on this computer; own addresses are for the demo only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was not answered in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was refused: the key, its rights or this address{code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was refused: the timestamp is out of range{code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} was refused{code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: the venue cannot serve now{code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: the venue refuses this address (HTTP {value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: unexpected refusal: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.deribit</name>
    <message>
        <source>Deribit would answer with the secrets of all your keys, so it is not asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.deribit_read</name>
    <message>
        <source>get_instruments: no future is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{instrument_name}: direction is {direction!r} and size {size:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: size is {size:g}, but size_currency {coins:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: the columns of the candles differ in length</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.fetch</name>
    <message>
        <source>{account}: no complete answer within {read_deadline_s:.0f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue} is not supported; known: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.funds</name>
    <message>
        <source>a currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: the answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue}: no size of its insurance fund is published, or it is not read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.gate_account</name>
    <message>
        <source>{account}: this user has no futures account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{delivery}: a delivery contract is open, whose wallet is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{settle} account: currency is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.gate_read</name>
    <message>
        <source>{contract}: mode is {mode} and size is {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: the list is empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.gate_wallets</name>
    <message>
        <source>currency_discount_tiers was not understood: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency}: a position settles in it, and the unified account does not list it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{currency}: a position settles in it, and there is no such wallet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic</name>
    <message>
        <source>Never enter a private key or its words: they could trade and withdraw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the general reader does not ask this venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} does not tell its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} needs the account&apos;s address, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic_account</name>
    <message>
        <source>The venue lists no contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: at this venue no order book is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: not listed at this venue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic_read</name>
    <message>
        <source>{symbol}: contracts is 0, and the position is worth something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: it is no contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: {field} {found:g} is not what the venue told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue}: nothing was answered about {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue}: the answer about {what} holds no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue}: the answer about {what} is a {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue}: the balance holds no currency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.generic_stops</name>
    <message>
        <source>{symbol}: a stop order whose trigger price is of an unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: a stop order without a size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.guard</name>
    <message>
        <source>Is there a login page in the way? Open a web page, then wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket operation {operation!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a SOCKS session of ccxt&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a WebSocket frame that is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a WebSocket frame: nothing is streamed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a WebSocket to {host}{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a binary WebSocket frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a raw WebSocket frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unapproved {method} {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host}: the answer is a redirect ({status}); it was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: a foreign session cannot be guarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} of type {kind!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue_id}: refused {what}; Marginwatch only reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} gave an answer that is cut short or not JSON ({count} characters).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} gave an empty answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} was answered by a web page, not with data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.hyperliquid</name>
    <message>
        <source>Copy the account&apos;s address; never enter a private key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyperliquid needs only the account&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account and add it with the address alone; a private key could trade and withdraw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address: it must be 0x and 40 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.hyperliquid_account</name>
    <message>
        <source>Enter the address of the account itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: this is the address of an API wallet, which holds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}: not listed at {venue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} {timeframe}: not listed at Hyperliquid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.hyperliquid_read</name>
    <message>
        <source>{dex}: collateralToken is {collateraltoken}, an unknown token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dex}: {count} contracts and {count2} markets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.kept</name>
    <message>
        <source>An answer is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.key_check</name>
    <message>
        <source>Switch that right off at the venue, or make a key that may only read and store it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be asked: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: this key may withdraw or transfer money{words}; it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.key_facts</name>
    <message>
        <source>Binance&apos;s answer leaves rights out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitget does not publish what its words for rights mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitget&apos;s answer does not say whether it only reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bybit&apos;s answer does not say whether it only reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gate&apos;s list of keys does not show which one this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KuCoin&apos;s answer leaves the rights out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OKX&apos;s answer leaves the rights out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.krakenfutures</name>
    <message>
        <source>Kraken Futures&apos; call for it is not one that ccxt can sign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.krakenfutures_read</name>
    <message>
        <source>flex: a position settles in it, and accounts does not list its currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instruments: no contract is listed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin</name>
    <message>
        <source>KuCoin has no test network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin_account</name>
    <message>
        <source>{account}: a {mode} account; KuCoin&apos;s classic futures account can be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin_read</name>
    <message>
        <source>{missing}: a position settles in it, and its wallet was not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: marginMode is {marginmode!r} and crossMode is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.kucoin_streams</name>
    <message>
        <source>KuCoin&apos;s stream is at {netloc}, which is not known; the account is polled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.okx</name>
    <message>
        <source>OKX&apos;s answer is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is not a host of OKX&apos;s; known: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.okx_account</name>
    <message>
        <source>{symbol}: no order book in the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.order_books</name>
    <message>
        <source>a level of the order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price in the order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size in the order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: the best bid {buying!r} is above the best ask {selling!r}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.pace</name>
    <message>
        <source>{host} asks for a pause of {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.read</name>
    <message>
        <source>candle price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.schedule</name>
    <message>
        <source>{unknown}: a position of a contract that {title} does not list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.venues.streams</name>
    <message>
        <source>The account&apos;s own stream does not answer the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream&apos;s address does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue refuses the account&apos;s own stream; the account is polled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stream broke ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.volatility_feed</name>
    <message>
        <source>{symbol}: its price bars are older than {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: the venue&apos;s newest price bar is more than {oldest_bar_ms} hours old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.watch_account</name>
    <message>
        <source>{account}: the keyring holds no key for this account; add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: unexpected {kind}; see the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.whatif</name>
    <message>
        <source>{account} is no longer there: what was supposed of it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer there: what was supposed of it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} is not held at this venue: its margin tiers are not known here. `marginwatch calc` works such a trade out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>monitor.whatif_notes</name>
    <message>
        <source>isolated {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {settle} cross pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: its {currency} wallet would be below zero; the venue would not allow that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: the initial margin of {pool} would be above the equity: refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: the margin of {pool} would be below zero; the venue would not allow that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {pool} would be liquidated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
