package io.partyline.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is remembered of a real caller.
///
/// @param name what they are called; empty if nobody knows
/// @param vip whether they are somebody to take care of
/// @param notes for host and producer alone
/// @param mention whether they have agreed that their earlier calls are spoken of; without that no
///   AI caller is told of them
/// @param calls how many of their calls were on the air, in all
/// @param last the last of them, the newest first
public record Acquaintance(
        String name,
        boolean vip,
        String notes,
        boolean mention,
        int calls,
        List<EarlierCall> last) {
    /// Calls that are remembered one by one.
    public static final int MOST_CALLS = 5;

    /// Somebody of whom nothing is known.
    public static final Acquaintance STRANGER =
            new Acquaintance("", false, "", false, 0, List.of());

    public Acquaintance {
        last = List.copyOf(last.subList(0, Math.min(last.size(), MOST_CALLS)));
    }

    /// Their last call.
    public Optional<EarlierCall> lastCall() {
        return last.stream().findFirst();
    }

    /// The same after a call; one that is remembered already is written anew.
    ///
    /// @param called the name they had in it; empty if none was given
    public Acquaintance after(EarlierCall call, String called) {
        boolean again = last.stream().anyMatch(past -> past.call().equals(call.call()));
        var more = new ArrayList<EarlierCall>();
        more.add(call);
        last.stream().filter(past -> !past.call().equals(call.call())).forEach(more::add);
        return new Acquaintance(
                called.isBlank() ? name : called,
                vip,
                notes,
                mention,
                again ? calls : calls + 1,
                more);
    }

    /// The same as host or producer want it.
    public Acquaintance with(String nowName, boolean nowVip, String nowNotes, boolean nowMention) {
        return new Acquaintance(nowName, nowVip, nowNotes, nowMention, calls, last);
    }
}
