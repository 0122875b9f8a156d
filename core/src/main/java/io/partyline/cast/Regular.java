package io.partyline.cast;

import io.partyline.show.EarlierCall;
import io.partyline.show.PersonaKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An AI caller who comes back: under the same name, with the same voice, and with a memory.
///
/// Evenings are counted from 1, one a show; whoever called before that was counted did so on an
/// earlier one.
///
/// @param id as in `ai-1-tony`; the same for the same character
/// @param key the persona that they are made of
/// @param storyline what goes on in their life, as far as it has been told
/// @param calls what they remember: their last calls, the newest first
/// @param since the evening on which they first called
/// @param lastHeard the evening on which they last called
/// @param heard on how many evenings they have called, the first among them
/// @param byHand whether the host made them one; they retire last
public record Regular(
        String id,
        PersonaKey key,
        String name,
        String voice,
        String storyline,
        List<EarlierCall> calls,
        long since,
        long lastHeard,
        int heard,
        boolean byHand) {
    /// Calls that a regular remembers.
    public static final int MOST_CALLS = 3;

    /// Whoever has been unheard for so many evenings calls as soon as they may.
    static final int OVERDUE = 30;

    public Regular {
        calls = List.copyOf(calls.subList(0, Math.min(calls.size(), MOST_CALLS)));
    }

    /// Somebody who has called for the first time.
    public static Regular first(Persona persona, String storyline, long evening, boolean byHand) {
        return new Regular(
                idOf(persona),
                persona.key(),
                persona.name(),
                persona.voice(),
                storyline,
                List.of(),
                evening,
                evening,
                1,
                byHand);
    }

    /// Somebody who was on a show so long ago that they call on the next evening.
    ///
    /// @param calls what they remember, the newest first
    public static Regular longAgo(
            PersonaKey key, String name, String voice, String storyline, List<EarlierCall> calls) {
        return new Regular(
                idOf(key, name), key, name, voice, storyline, calls, -OVERDUE, -OVERDUE, 1, true);
    }

    /// The id of a character.
    public static String idOf(Persona persona) {
        return idOf(persona.key(), persona.name());
    }

    private static String idOf(PersonaKey key, String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return "ai-" + key + "-" + plain;
    }

    /// The same after a call.
    Regular after(EarlierCall call, long evening) {
        var more = new ArrayList<EarlierCall>();
        more.add(call);
        calls.stream().filter(past -> !past.call().equals(call.call())).forEach(more::add);
        return new Regular(
                id,
                key,
                name,
                voice,
                storyline,
                more,
                since,
                evening,
                evening == lastHeard ? heard : heard + 1,
                byHand);
    }

    /// The same with other words for what goes on in their life.
    public Regular telling(String nowStoryline, List<EarlierCall> nowCalls) {
        return new Regular(
                id, key, name, voice, nowStoryline, nowCalls, since, lastHeard, heard, byHand);
    }

    /// Whether they have been unheard for longer than chance should keep anybody away.
    boolean overdue(long evening) {
        return evening - lastHeard >= OVERDUE;
    }

    /// Whether they may call on an evening: nobody calls on more than a third of all evenings since
    /// their first, so that no show belongs to one of them.
    boolean mayCall(long evening) {
        return 3L * (heard + 1) <= evening - since + 1;
    }
}
