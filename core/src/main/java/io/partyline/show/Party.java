package io.partyline.show;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Somebody who may be spoken to on the air.
///
/// @param call their call; the host's is empty
/// @param name in lower case, as far as it is spoken: the first word of it
record Party(Optional<CallId> call, String name, boolean ai) {
    /// Everybody but the one who speaks.
    static List<Party> others(Show show, Speaker speaker) {
        Stream<Party> callers = show.calls().onAir().map(Party::of);
        Stream<Party> host =
                Stream.of(new Party(Optional.empty(), spoken(show.rules().hostName()), false));
        return Stream.concat(callers, host)
                .filter(party -> !party.call().equals(speaker.call()))
                .toList();
    }

    private static Party of(Call call) {
        return new Party(
                Optional.of(call.id()), spoken(call.caller().name()), !call.caller().isReal());
    }

    /// A numbered name is spoken as a whole.
    static String spoken(String name) {
        return Said.plain(name).strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
    }
}
