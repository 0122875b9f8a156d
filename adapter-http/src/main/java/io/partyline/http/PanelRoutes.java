package io.partyline.http;

import io.partyline.show.CallId;
import io.partyline.show.Cue;
import io.partyline.show.Eagerness;
import io.partyline.show.FloorCommand;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The AI callers while others speak: a private note to one of them, a hand that is accepted, and
/// how readily they speak unasked.
record PanelRoutes(Control control, AiRoutes ai) {
    record Note(String key, String text) {}

    record Cued(String status, CallId callSid) {}

    record Eager(String eagerness) {}

    void into(Routes routes) {
        routes.post("/api/ai/cue", this::cue)
                .post("/api/ai/hands/{key}/accept", this::accept)
                .post("/api/ai/eagerness", this::eagerness);
    }

    private Cued cue(Asked asked) {
        Note note = asked.body(Note.class);
        String text = Texts.spoken("text", note.text());
        if (text.length() > Cue.LONGEST) {
            throw new Problem(
                    400,
                    "\"text\" is too long for a note: %d characters is the most."
                            .formatted(Cue.LONGEST));
        }
        CallId call = ai.on(note.key()).id();
        control.ask(new FloorCommand.GiveCue(call, text));
        return new Cued("cued", call);
    }

    private AiRoutes.Turned accept(Asked asked) {
        asked.nothing();
        return ai.responding(new FloorCommand.AcceptHand(ai.on(asked.path("key")).id()));
    }

    private Eager eagerness(Asked asked) {
        Eager wanted = asked.body(Eager.class);
        Eagerness eagerness =
                Arrays.stream(Eagerness.values())
                        .filter(known -> ShowWords.of(known).equals(wanted.eagerness()))
                        .findFirst()
                        .orElseThrow(PanelRoutes::unknown);
        control.ask(new FloorCommand.SetEagerness(eagerness));
        return wanted;
    }

    private static Problem unknown() {
        String known =
                Arrays.stream(Eagerness.values())
                        .map(ShowWords::of)
                        .collect(Collectors.joining(" or "));
        return new Problem(400, "The field \"eagerness\" must be %s.".formatted(known));
    }
}
