package io.partyline.app;

import io.partyline.spend.Dollars;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;

/// What a show may spend, and what things cost.
record SpendSettings(Lookup lookup) {
    /// Empty, with the cap and the prices that were set.
    Purse purse() {
        return new Purse(cap(), prices());
    }

    private Dollars cap() {
        String name = "PARTYLINE_SPEND_CAP";
        String typed = lookup.text(name, "10.00");
        if (typed.equalsIgnoreCase("off")) {
            return Dollars.NO_LIMIT;
        }
        try {
            return Dollars.of(typed);
        } catch (IllegalArgumentException _) {
            throw Lookup.wrong(name, typed, "dollars such as 10.00, or off");
        }
    }

    private Prices prices() {
        String name = "PARTYLINE_PRICES";
        try {
            return Prices.LISTED.overridden(lookup.text(name, ""));
        } catch (IllegalArgumentException e) {
            throw new SettingException(name + " " + e.getMessage());
        }
    }
}
