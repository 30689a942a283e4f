<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
    <name>monitor.alerts.wording</name>
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
    <name>monitor.notify.flood</name>
    <message>
        <source>The flood of alarms is over</source>
        <translation type="unfinished"></translation>
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
    <name>monitor.risk.beyond_report</name>
    <message>
        <source>the venue tells only today&apos;s size; how it was before is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the venue tells only today&apos;s size; our own record does not cover seven days</source>
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
    <name>monitor.settings</name>
    <message>
        <source>From the next start on. The guide, the terminal and files stay English</source>
        <translation>Ab dem nächsten Start. Anleitung, Terminal und Dateien bleiben englisch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>monitor.tick</name>
    <message>
        <source>The venue&apos;s records name the order; {contracts} contracts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} closed by your order at {price}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
