package io.partyline.studio.tape;

import io.partyline.mix.WhoHears;
import io.partyline.show.Call;
import io.partyline.show.Caller;

/// What the stem of a call, of music or of carts is called: channel, kind and name, so that files
/// sort as on the console.
public final class StemNames {
    private StemNames() {}

    /// The stem of what is played. Their numbers are the same on every console, so that they sort
    /// behind the callers of a usual one.
    ///
    /// @throws IllegalArgumentException if it is neither music nor carts
    public static String of(WhoHears.Source played) {
        if (played.equals(WhoHears.MUSIC)) {
            return "08_Music";
        }
        if (played.equals(WhoHears.EFFECTS)) {
            return "09_SFX";
        }
        throw new IllegalArgumentException(played + " is not played");
    }

    public static String of(Call call) {
        int channel = call.marks().channel().map(on -> on.number()).orElse(0);
        return switch (call.caller()) {
            case Caller.Real real -> "%02d_Caller-%s".formatted(channel, given(real.name()));
            case Caller.Ai ai -> "%02d_AI-%s".formatted(channel, ai.name());
        };
    }

    /// "Caller #1" becomes "1": the word is there already.
    private static String given(String name) {
        return name.startsWith(Caller.Real.UNNAMED + " #")
                ? name.substring(Caller.Real.UNNAMED.length() + 2)
                : name;
    }
}
