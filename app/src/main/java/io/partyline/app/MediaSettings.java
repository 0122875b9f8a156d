package io.partyline.app;

import io.partyline.spend.Purse;
import java.util.List;

/// Which sound card, ears, mind and mouth a show is run with.
record MediaSettings(Lookup lookup) {
    /// Looks at everything once.
    void checked() {
        sound();
        ears().checked();
        mind().checked();
        mouth().checked();
        purse();
    }

    EarSettings ears() {
        return new EarSettings(lookup);
    }

    MindSettings mind() {
        return new MindSettings(lookup);
    }

    MouthSettings mouth() {
        return new MouthSettings(lookup);
    }

    /// What a show may spend.
    Purse purse() {
        return new SpendSettings(lookup).purse();
    }

    /// `auto`, `javasound`, `browser` or `clock`.
    String sound() {
        return lookup.choice(
                "PARTYLINE_SOUND", "auto", List.of("auto", "javasound", "browser", "clock"));
    }
}
