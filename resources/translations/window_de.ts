<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ui.about</name>
    <message>
        <source>About Marginwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inter (the typeface): SIL Open Font License 1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: MIT. Shipped with it or used by it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, folders and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watches leveraged futures. Reads only; cannot place an order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.account_cards</name>
    <message>
        <source>, figures {age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below zero: {status}; borne by {borne_by}. {words} (As of {date}.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity {equity} {settle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free to use {available} {settle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More in the Risk tab, under Account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its worst pool, {pool}: 100 % is liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The margin ratio is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s clock differs by {offset_ms:+d} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unrealised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{available} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} as the venue says it: {ratio}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, margin ratio {margin_ratio}, {level}{stale}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.account_form</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key and secret are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s public address is needed; never a private key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy must begin with http://, https:// or socks5://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regional host is a name like api.example.com, without https:// and path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already an account named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This venue&apos;s keys have a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To replace the key, paste key and secret; to keep it, leave both empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: none · http://… · socks5://…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: the venue&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keyring; empty keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste it, or both lines at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.account_sheet</name>
    <message>
        <source>All marks together, from ordinary correlation to all as one. A range, not a promise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is exposed to liquidations here, and to the exchange itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Borne by: {borne_by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be lost in {pool}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could leave while every liquidation price stays {distance} away. It does not know what you need for new trades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pool at its common shock, and beyond. It does not say how likely it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely a pool is liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If all marks jump through it together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the balance falls below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {currency}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {pool} cut {first} first: the most room per unit closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {pool}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance fund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its size as the venue tells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money at risk{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pool holds a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed as margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the fund&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {source}, {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The joint chance can be far above that of any single price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies there and what need not. It is not advice to trade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the venue promises, by a dated table. Terms change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was put in: wallet or margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has not been read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised: written by the venue; practice: said, but no right to it; may claim: from you; not found: it may be you. Not legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pool}, {jump:.0f} % beyond</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.accounts_dialog</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the venue what the key may do …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: the answer will not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to make a read-only key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key and secret go into the system&apos;s keyring and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the account once …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really remove {account} and its key?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s name, to use a key that can trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide has no steps for this venue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo: its accounts come and go with it. Start Marginwatch without the demo to watch your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {name} to use a key that can trade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {name} to use this key all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of {count} checks failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}
Nothing was stored; paste key and secret again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.across_sheet</name>
    <message>
        <source>Across accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After these transfers all legs would die at a move of {move}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this coin alone. It does not know what may be withdrawn, nor how long a transfer takes in a crash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net {delta} of {gross} {coin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coin is held on more than one account: there is nothing to equalise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other marks stand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leg dies first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delta [{coin}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dies at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the margin is not shared, so the losing leg is liquidated while the gain lies elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transfer [USD]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.alarm_desk</name>
    <message>
        <source>It is being started again. Look after your positions at the exchange until the figures move again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is silent: nothing guards now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.alarm_words</name>
    <message>
        <source> seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {attempts} attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Receipt {receipt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Seen {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation and margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops, funding, ADL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn: acknowledged or over before it got through</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.alert_card</name>
    <message>
        <source>10 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRITICAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANGER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze 5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze for {seconds} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} alarm: {title}. {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.alert_feed</name>
    <message>
        <source>, {quiet} quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms that are quiet below Critical for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels and thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alarm. What happens is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lying} shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{waiting} open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.alert_row</name>
    <message>
        <source>Acknowledge: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged, again in {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained by: {inhibited_by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be snoozed any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not told: the alarm that explains it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over, not yet acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved: Warning and Danger are not told. Critical is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has stopped: this is the last level known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {minutes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} snoozes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{snoozes} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.alerts_dialog</name>
    <message>
        <source>Close without saving what you have changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to say before the rules are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old data: Danger must not come after Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the alert rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits as they were at first; exceptions and price alerts stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to warn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.banner</name>
    <message>
        <source>The engine has been silent for {age}. {doing}. No alarm can be raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}; it is being started again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.calculator</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As BTC/USDT:USDT. Of a contract that is not held, give the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you would set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculator · nothing is ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coins, money or per cent, as chosen above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: no stop. A risk needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the mark price of the contract that is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated: only its own margin. Cross: the whole wallet stands behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its wallet, its positions and its venue&apos;s rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin, in money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOTHING IS ORDERED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only where the venue&apos;s tiers are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk, % of the account at the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, in coins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not answer; these figures are not of the fields. F5 asks again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet: add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot place orders: it only works out what the trade would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next field says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the trade would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which symbol? As BTC/USDT:USDT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark price, where it is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue&apos;s tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: “{words}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is missing: a number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.channel_form</name>
    <message>
        <source>After 1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 3 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {after_s:g} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical goes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger and Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, readable on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel needs a name, such as “my phone”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is a number up to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy must begin with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a channel named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: the usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: what the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: my phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption} is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption} must be an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.channel_kinds</name>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a long name that nobody guesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: https://ntfy.sh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from @BotFather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of your application there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.channels_dialog</name>
    <message>
        <source>
Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Look whether the message marked TEST has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels in the order of their turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical after {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No channel yet: an alarm reaches you only at this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really remove {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the order …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending a message marked TEST through {kind} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide has no steps for this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo: it tells nobody outside this computer. Start Marginwatch without it to add channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens and addresses go into the system&apos;s keyring and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watchdogs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the order of their turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{critical}, Danger after {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{critical}, no Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} · switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds:g} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds:g} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.chart</name>
    <message>
        <source>Bankruptcy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.chart_pane</name>
    <message>
        <source>Back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candles of {timeframe}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the chart …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} chart with entry, mark, stop and liquidation price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.closing</name>
    <message>
        <source>1 open position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Start Marginwatch at login?&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Stop guarding {held}?&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;You have open positions. What shall closing do?&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guard that is not started guards nothing. You can change this among the watchdogs (Ctrl+N).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on guarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep guarding {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch can go on guarding {where} and warn as before, or stop. “Keep guarding” is remembered; Menu → Quit stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will warn you until Marginwatch is started again. Your remote channels, if there are any, are told that guarding has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop guarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{positions} open positions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.columns</name>
    <message>
        <source> every {hours_apart:g} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {max_loss} {settle} can be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average entry price; below it the mark price, by which the exchange judges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bankruptcy price {bankruptcy_price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed here: {price} ({basis})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry / Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the mark price is from liquidation, as a share of the mark price, rounded down.
The bar&apos;s scale is a square root: the last percents are long. Notches: your thresholds. Tick: the stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leverage set {leverage}, effective {effective}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing from the venue&apos;s newest answer, and not proven closed: it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest valid stop; stops close {stop_cover} of the size before liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fresh answer: the last figures known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price can liquidate it while the other marks stand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reduce-only stop order would close this position before liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The funding rate is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orders of this account have not been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue says: {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They differ by {disagreement} of the mark price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stop lies beyond the liquidation price: it will never fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed · {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: {unknown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrealised PnL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrealised profit at the mark price [{settle}].
ROE is that over the initial margin: it is not a distance to liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You {verb} about {amount} {settle} at the next settlement{hours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never read · {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age} old · {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{contracts} contracts; size in {symbol}, value at the mark price in {settle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{distance} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end} {age} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{roe} ROE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stop_cover} of size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} · {side} · {margin_mode} margin on {account}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.crash_page</name>
    <message>
        <source>A negative loss is a gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that the liquidated pools held, and the change of the others up to the end of the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of the path. An account whose figures are not known is not safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitcoin fell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each account [USD]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start of the path to its low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held to the end it would hold nothing either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held to the end it would stand at {held} USD: the rebound that comes too late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If each liquidation filled at the worst price of its step; 0 if all fill in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of time. Partial liquidations are not modelled: a pool goes whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over the accounts as they are now. The next crash is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing beyond the margin [USD]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pool is liquidated on this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this account alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {symbol} {side}, which had lost most. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SYNTHETIC · </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic path through published figures: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the crash would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who goes when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first pool dies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pool liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none dies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fall:.1f} % in {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pools} liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}
{kind}{what} {loss} USD
{pools}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (synthetic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, all accounts [USD]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.crash_picture</name>
    <message>
        <source>Path of {title}: {pools} liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both in % of their start; ◆ a pool is liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours:.0f} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours:.0f} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours:.1f} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} dies after {span}, BTC {move}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.crosshair</name>
    <message>
        <source>{price} from the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, beyond liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {distance} to liquidation there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.demo_panel</name>
    <message>
        <source>Add margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount to deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer garbage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At all venues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO · the exchange behind the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the exchange misbehave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market seconds per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange answered {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange behaves well again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanish positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it misbehaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a login page instead of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes its WebSockets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its clock runs 70 s ahead, at every venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves them out of its answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuses 20 requests and asks for 10 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes requests, never answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} USD were deposited to {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of {row} were closed at the mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} market time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} USD were added behind {row}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{venue} · {isolated} · mark {mark} · the exchange liquidates at {liquidation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}: the exchange {help_text}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.detail</name>
    <message>
        <source>At the mark price [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers {stop_cover} of the size, {distance} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its distance is larger than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leverage used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin to add [{settle}], rounded up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next funding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing closes it before liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notional over the equity that stands behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the mark price, rounded down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a position to see its chart and what would rescue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size to close, rounded up to the lot: {exact} {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The isolated margin, or the wallet behind a cross pool [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The orders have not been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stop lies beyond the liquidation price: it will never fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be safer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To reach {distance}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}, {margin_mode} margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change} since entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{funding_rate} of the notional, in {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} {side} on {account}, {level}: {cells}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.detail_pane</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of the selected position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.diagnostics_dialog</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the bundle; space leaves one out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files help to find a fault. Keys, addresses and amounts are masked; names of accounts and symbols are not. Look through them and leave out what you do not want to give away. Nothing is sent: you get a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.dialog_style</name>
    <message>
        <source>Waiting for the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.empty_state</name>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account by a read-only key, or watch the demo: a real crash on a built-in exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is guarded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other positions are open: clear the filter or choose All.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.ended_model</name>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last PnL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since Marginwatch first saw it in this run; it may have been opened earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrealised, when it was last seen: not what was realised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was last seen: not the price at which it was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ LIQUIDATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◆ closed, or liquidated?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.engine_link</name>
    <message>
        <source>The engine could not be started: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine runs but says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.engine_words</name>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledgement expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>common shock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explained by {cause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flood over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>improved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key can trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key expiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not acknowledged for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raised without confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selftest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selftest failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snooze over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snooze refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unverified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worsened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.explain_page</name>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts are hidden (P). The working is made of amounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of {time}, {age} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working of the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This position is not in the engine&apos;s newest report: its risk is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work it out again with the figures of now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.first_steps</name>
    <message>
        <source>A popup, a sound, a notification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A real crash on an exchange inside this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your account, by a key that may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account is added, but it is not seen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose when to warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances of the three levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear and see the alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long your trades last: distances of the three levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu → First steps … brings this back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is watched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing reaches you away from this screen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up: {reached}. Test each one once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes. Each step can be left out and done later; nothing here can trade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched now: {live}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.footer</name>
    <message>
        <source> · v{version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key could trade; Marginwatch only reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock {offset_ms:+d} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeds: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer {age} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch only reads; the rights of some keys are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order or withdrawal permission found on any key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads only: places no order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} {latency_ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.format</name>
    <message>
        <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.guide</name>
    <message>
        <source>Marginwatch guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no page holds that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.hero</name>
    <message>
        <source>Add an account, or start the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BLIND · LAST KNOWN {age} AGO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BLIND · NEVER READ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blind, last known: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLOSEST TO LIQUIDATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closest to liquidation. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further loss of this position [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the mark price may move against the position until the exchange closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation {liquidation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation {liquidation}, {away} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss if reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {mark_price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price can liquidate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {accounts} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed {age} ago on {count} of {accounts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price can liquidate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop beyond liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop {stop_price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{distance} to liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stale}Closest to liquidation: {symbol} {side} on {account}, {distance}, {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.history_window</name>
    <message>
        <source>1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded in the last {title}. It begins with the first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point is {step}: its worst ratio and distance. A gap was not watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions that have ended, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to write yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} position ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} positions ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · equity [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · margin ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · nearest liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} in the last {title} while Marginwatch was watching.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.journal_details</name>
    <message>
        <source>Choose a line to see its text, its deliveries and their receipts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was told to nobody: a line of the journal only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episode since {time}, telling {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.journal_model</name>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.journal_table</name>
    <message>
        <source>Journal, newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.journal_window</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the alarms work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was told that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading: {count:,} lines …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching older lines …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} line and older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} lines and older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} written to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.key_sheet</name>
    <message>
        <source>Alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key can place an order: the program cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledge all in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledge the selected alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alert rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calculator: a trade before it is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels: alerts on your phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy this position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demo panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guide, at the page of what is on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the what-if, or clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mini strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-test of the whole alarm chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shelve the selected alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence sounds for 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stress: shocks and crashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what can be lost: risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what-if, and out of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.kpi_page</name>
    <message>
        <source>Chatter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels: {levels}. Most often: {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alarms in ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alarms over time, at most {slots}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alarm in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: no alarm came three times in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing for more than a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is asked …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes most often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each bar: the worst of {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good: at most 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good: at most 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good: under 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the worst ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 10 is a flood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new alarms in ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the time in a flood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line: usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until acknowledged, half of them sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{alarms} alarms, {notifications} notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} since {time}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}
{words} of all new alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}; usual: {usual:.0f} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.main_window</name>
    <message>
        <source>Accounts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge all in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the selected alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert rules …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculator: a trade before it is made …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels and watchdogs …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export positions as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide or show amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run self-test: the whole alarm chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelve the selected alarm …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence sounds for 10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login: on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress: shocks and crashes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT-IF · Marginwatch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.mini_strip</name>
    <message>
        <source>Hide the mini strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch mini strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini strip: no open positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mini strip: {symbol} {side} is {distance} from liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Marginwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst margin ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data {age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine silent for {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uPnL {pnl} · live {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.override_page</name>
    <message>
        <source>Add limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other limits for an account, a symbol, or one side of it. Where several fit, the narrowest counts. A margin ratio belongs to an account&apos;s pool: give it with an account only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} below this distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} from this margin ratio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.plan_sheet</name>
    <message>
        <source>At the taker rate and today&apos;s price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At today&apos;s rate; + is received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the venue&apos;s own rules, other marks standing still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees of both orders included. A jump can leap over the stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees, in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the price of the entry, rounded down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding per day [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the account&apos;s nearest other liquidation would be afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at the stop [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin it binds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio before, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that can be lost [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest other position then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the account, in that currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the pool it lies in: 100 % is liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges, found on Bitcoin 2017–2023. Unknown while the contract&apos;s volatility has not been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded down to the lot; with what is held already in the same position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size [{coin}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account as it was read last, with the trade in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The isolated margin, or the wallet behind a cross pool. Not what a venue may claim beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touched within 24 hours, 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value over the leverage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does to the account [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the trade would be if it were made now. Nothing is ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.popup</name>
    <message>
        <source>Alert window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cause is gone. It stays in the feed until it is acknowledged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.position_sheet</name>
    <message>
        <source>, {age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A jump through the liquidation price: what is lost, what is missing. It does not say how likely it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accrued of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All taken, from today&apos;s equity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the next settlement; + is received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At today&apos;s rate, which will change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bankruptcy price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best case, rest kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By funding alone, with no price move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the venue&apos;s published rate; a dash: not published or not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance in daily moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled at the liquidation price, the fee paid, the rest kept; isolated positions only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the mark to the liquidation price, and what is taken. It does not say that the order fills there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the mark to the liquidation price, of this position alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding alone brings it there in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of all paths touch within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely liquidation is touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is liquidated [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If nothing of what is left comes back. Not the worst if fills go beyond bankruptcy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the price jumps through it [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In standard deviations of one day: below 2 is near. It knows no direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation price moves per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss up to liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin left there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing on average, when fills scatter by {fill_std} there: {mean} {settle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that can be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which day, if the price stands still. A jumped rate is 0.2193 % for 8 hours against you, as it was for XRP in December 2021; never means at this rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges, never one figure: the true chance may still lie outside. Nothing is done meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent hours and the last 90 days together. It rises in crashes, afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk beyond liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median, by the model. Half of them touch earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part whose time has gone; not owed before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volatility a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What funding costs at today&apos;s rate. It does not say that the rate stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing is borne by: {bearer} ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What really happened when the model said so much, on Bitcoin 2017–2023. Not a promise for this coin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the venue requires at that moment: of this it takes its fee, and some keep all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where nothing is left of the margin. It is not where the venue begins to close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the market stands still: payments come out of the margin behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bears what is missing: {borne_by}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within {hours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if it jumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{jump:.0f} % beyond</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.positions_pane</name>
    <message>
        <source>Columns, groups, views, export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {positions}, with the names of the figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter (/)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter positions by symbol or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter symbol or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is copied: no position is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest liquidation first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{positions} written to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.positions_table</name>
    <message>
        <source>Positions, nearest liquidation first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.price_ladder</name>
    <message>
        <source>Cannot be computed: {unknown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LIQUIDATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PnL change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if the price moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if the price moves: nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if the price of {symbol} moves, margin ratio after: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last known figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other marks stand still</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.price_page</name>
    <message>
        <source>A note to yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account whose venue tells the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account first: its venue tells the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add price alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For any symbol of the account&apos;s venue: by the mark price where a position is open in it, else by the last trade. It is a reminder, not a guard: liquidation is watched all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoke on {when} at {price} and is silent since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crosses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falls below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rises above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.rescue_sheet</name>
    <message>
        <source> (assumed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, beyond the bankruptcy price: somebody is missing money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A liquidation order of this size would fill at {fills}{thin}{beyond}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {depth:.0f} % of the depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before liquidation, the nearest first. It does not say at which price they fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside lines of a beginner&apos;s article. They are there to compare, not advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the visible book, level by level. Hidden orders and other people&apos;s liquidations are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing all of it at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs {amount} {settle} now, and {fee} in fees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from entry, slippage included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective leverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either is enough; rounded up to whole lots, one lot less misses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {goal}: {back} contracts, if the released margin is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the order book; assumed where it has not been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its pool this is the position to cut first: the most room per unit closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated, touched in {span}, by the model; the true chance is rather higher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hedges its pool: closing it makes things worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its trigger price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest leverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at the stops [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin over the account&apos;s equity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin to add or contracts to close. Fees of closing come on top; it places no order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault was found in its stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now (book {age} old)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On 2025-10-10 there were such books. It supposes that all levels thin out alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue of auto-deleveraging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale: {scale}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the account&apos;s equity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size that stops close in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slippage reckoned with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to compare with is {line}: an article&apos;s, not advice; it can be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue gives none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown is not none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value over the equity behind it, whatever leverage is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the book gives for the whole size, now and when it is thin; not how deep it will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this trade binds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would rescue it [{settle}, contracts]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the stops help in time. A jump can still leap over them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is reduced first when the insurance fund is empty. Ranks move without you doing anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ratio of {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of its margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slippage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chance:.0f} of 100 cases in {days:g} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{formula}. It says what raises it, not your place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} on average, in a tenth of the book at </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score} (estimate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.risk_columns</name>
    <message>
        <source>ADL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can be lost: the isolated margin, or the whole wallet behind a cross pool. What a venue may claim beyond it is not in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At today&apos;s rate; + is received, − is paid. It does not say that the rate stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula: {formula}. Source: {source}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From today&apos;s equity, liquidated with all that is left taken: {most} {settle}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap loss at 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often such a distance was touched within 24 hours, as a range. It was found on Bitcoin 2017–2023 and says nothing about the next crash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its pool this position gives the most room per unit closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated, {most} is the largest that is touched in {chance:.0f} of 100 cases within {days:g} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its order book is {age} old. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin to add, or contracts to close, to reach the chosen distance; fees of closing come on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal: {value} away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss if the price jumps 10 % through the liquidation price, and what is missing beyond the margin. It does not say how likely such a jump is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the size that stops close before liquidation. It does not say at which price they fill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The venue&apos;s scale: {scale}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value over the equity behind it, whatever leverage is set. The lines are there to compare, not advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volatility read {age} ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What closing all of it at once costs by the visible order book, fees aside. In a crash the book is thinner: see the Risk tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where this position stands in the queue of those reduced when the insurance fund is empty. Scales of venues are not alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bears what is missing: {borne_by} ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is reduced first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing: —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or cut {contracts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venue&apos;s scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{far:,.1f} daily moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{week} a week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.risk_pane</name>
    <message>
        <source>Risk of the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk of the selected position and its account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a position to see what can be lost with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.risk_words</name>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>isolated {symbol} {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the 500 positions nearest to liquidation, proven open, are reckoned in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} left over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.rule_pages</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 s are the most: silence is never safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also tell about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-deleveraging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data older than this is Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data older than this is Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding in 8 hours, share of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder of distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let volatility and the way already gone have a say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old data is Critical after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old data is Danger after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a {word} test alarm through every channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop beyond liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volatility, below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way gone, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With both, a distance speaks only as loud as one of these confirms: a 50× position is not born in Critical, and a quiet 3× one is not ignored. 1 % is Critical whatever they say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a move of the mark price, per position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a position that no stop order would close before liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stop order that would come too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance over the price&apos;s usual move in 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for Danger and Critical, and for all while the window is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the entry price to liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funding that costs more than the limit below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long a trade of yours is meant to last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance margin over equity, per pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue ranks the position among the first to be reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through every channel, marked TEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you pay in 8 hours, share of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with an open position; Warning comes after three polls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} below so many σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} from this share of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“add … or cut …” is worked out to reach it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.rule_preview</name>
    <message>
        <source>Nothing is recorded yet, so nothing can be said about the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the last {long} they would have rung {times}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What these rules say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would have rung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks from {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{alarms} now, {silent} silent. {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{critical} critical, {danger} danger, {warning} warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours:.0f} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours:.0f} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours:.0f} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.self_test_dialog</name>
    <message>
        <source>A Critical position that does not exist, marked TEST, goes the way of a real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All links answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All links that this computer has answered; {missing} it does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does a warning get through?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain is being tested: {seconds} s …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has not answered; it is perhaps being started again. Run the test once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{links} did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.session</name>
    <message>
        <source>Guarding has stopped: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch can start when you log in: Menu → Start at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch: the engine is silent for {seconds:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started; type `marginwatch demo` in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not hear this now; it is being started again. Please repeat it then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no demo exchange here; `marginwatch demo` starts one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray: the window was minimised, and goes on guarding.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.settings_window</name>
    <message>
        <source>All defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are used at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often accounts are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that figures are compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is called like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour-blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: back to the default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.shelf</name>
    <message>
        <source>8 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All about this position for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shelved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelve: quiet below Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelved; choose one to be told again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {what} from the shelf ({left} left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This alarm for {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all about this position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shelf}	{left} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.shock_matrix</name>
    <message>
        <source> with {dead} liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio of its worst pool then: {ratio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order is filled and no stop helps in this figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at {move}: equity changes by {amount} USD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} at {move}: unknown; the reason stands below the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pools} liquidated: all it held counts as lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.small_chart</name>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing could be liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: now {points}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.sound</name>
    <message>
        <source>No sound can be played on this system: alarms are shown, not heard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.start</name>
    <message>
        <source>The engine could not be started ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.status_strip</name>
    <message>
        <source>
Set this computer&apos;s clock by the internet: venues refuse requests that are off by seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A position marked TEST goes through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm test failed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm test ok {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts together. A dollar coin counts as a dollar, a coin at the mark of a position in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BLIND since {time} · engine silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BLIND since {time} · {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock {offset:+d} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {accounts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every figure is the last one known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feeds live · {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarding begins with the first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of {names} can trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch only reads. Better use read-only keys.
{tip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest liquidation: {symbol} {side} on {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer has come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price reaches a liquidation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None can be liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not guarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not guarding yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is guarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position risk, read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound off {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds are silenced by you. A new CRITICAL alarm is heard all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing the alarm chain …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedded exchange: no real money, no real order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is silent: nothing else would warn you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine judges every answer and warns by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first figures come within seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rights of some keys are not known.
{tip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum in {currency} is not known:
{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: {age} old, {feed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{alarms} to acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} keys can trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one}: {each:+d} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.stops_page</name>
    <message>
        <source>, assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by the order book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A jump over their limit leaves them unfilled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by stops before liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled beyond the liquidation price ({slippage}{assumed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From entry, {slippage}{assumed} [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the mark price [{settle}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidation goes by the mark price; these stops wait for another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at the stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss at the stops; of the account&apos;s equity {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stop closes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the mark price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with the stops of this position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of stops that lie beyond the liquidation price: they never fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the margin, line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips beyond liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop-limits that can gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops of the selected position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine has not audited the stops of this position yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more stops than size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no position is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the size is closed before liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slippage unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{distance} from the mark price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{slippage} slippage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.stress_window</name>
    <message>
        <source>; the engine does not answer: these figures are old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All marks together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mark moves by the same share at once. It is a jump: no order fills, no stop helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid over the accounts as they are. Nothing is ordered, and nothing here is a forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One coin alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One coin on several accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this coin moves. It does not say that the others would stand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress · Marginwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a crash would do now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all other marks stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of equity [USD]; ✕ pools liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing has been read yet; it is asked again soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine does not answer; it is asked again every 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked out {age} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working it out …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.supposed_field</name>
    <message>
        <source>This is not a figure that makes sense here: it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.table_look</name>
    <message>
        <source>Coin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.table_menu</name>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all rows	Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this position	Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV …	Ctrl+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this view …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: what can be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.table_model</name>
    <message>
        <source>, stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidation unknown, {unknown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{distance} to liquidation, {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{profits} {settle} unrealised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} {side} on {account}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.theme</name>
    <message>
        <source>Safe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.timeline_page</name>
    <message>
        <source>7 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being read …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.timeline_picture</name>
    <message>
        <source>A point is kept every half minute: wait for the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin ratio of its pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was told in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: nothing recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: {nearest}, {alarms} told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no distance known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.tray</name>
    <message>
        <source>Acknowledge all visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the silence ({left} left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch: connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch: no accounts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch: no fresh data from {blind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marginwatch: {open_positions}, none can be liquidated now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and stop guarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} open position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} open positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: {distance} to liquidation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.trouble</name>
    <message>
        <source>Something went wrong in the window ({kind}); alarms go on. See {log}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.view</name>
    <message>
        <source>Hedge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.watchdog_page</name>
    <message>
        <source>A Critical position that does not exist, marked TEST, goes through reading, risk, alarm, database and every channel. A link that does not answer is an alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guard that is not started guards nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins when there is a channel to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs now …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: {when}, all links answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: {when}, broken: {broken}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a check at healthchecks.io or a service like it: period 1 minute, grace 2 minutes. Marginwatch pings its address while it guards; when that stops, the service calls you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run since Marginwatch was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: nobody outside this computer notices when it stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside watchdog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ping address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinged once a minute, but only while the guard really works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Marginwatch at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop pinging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the whole alarm chain once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keyring; type another to replace it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.whatif_chips</name>
    <message>
        <source>Take back: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.whatif_draft</name>
    <message>
        <source> at {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {name} {size}{at}, {leverage} {margin_mode}, {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin {add_margin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size {size}{at}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.whatif_form</name>
    <message>
        <source>Add {settle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All prices, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suppose that the whole position is closed at the mark price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traded at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{coin} price, %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.whatif_new</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contracts that are held at this venue: of others the margin tiers are not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.whatif_page</name>
    <message>
        <source>Back to the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all changes and start from what is live again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the what-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No position is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if: nothing in here is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being worked out …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supposed, not live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.whatif_results</name>
    <message>
        <source> as now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> instead of {now}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equity less what is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the mark price to liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark price {marks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PnL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required margin over equity; 100 % is liquidation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrealised PnL at the mark price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrealised PnL of the pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if, not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if, not up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if: nothing is supposed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what if</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui.window_state</name>
    <message>
        <source>Classic: green and red; inverted: red and green; colour-blind: blue and orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast: black and white, the strongest lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fades or moves by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s memory of its place was damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s memory of its place was damaged; it was kept as {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
