package io.partyline.app;

import io.partyline.spend.Purse;

import java.util.List;
import java.util.Locale;

/// Which sound card, ears, mind and mouth a show is run with. What is planned and not built yet is
/// refused with what can be used instead.
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

    /// `auto`, `javasound` or `clock`.
    String sound() {
        String name = "PARTYLINE_SOUND";
        List<String> built = List.of("auto", "javasound", "clock");
        String value = lookup.text(name, "auto").toLowerCase(Locale.ROOT);
        if (value.equals("browser")) {
            throw new SettingException(
                    "%s is \"%s\", which is not built yet: use one of %s."
                            .formatted(name, value, String.join(", ", built)));
        }
        return lookup.choice(name, "auto", built);
    }
}
