package io.partyline.studio.program;

import io.partyline.show.AiVoice;
import io.partyline.show.Call;
import io.partyline.show.Show;
import io.partyline.show.Stage;
import java.util.List;

/// Who can be heard, in a line for listeners' screens. AI voices are marked.
final class OnAirTitle {
    private OnAirTitle() {}

    static String of(Show show) {
        List<String> guests =
                show.calls().live().values().stream()
                        .filter(call -> call.stage() instanceof Stage.OnAir)
                        .map(OnAirTitle::name)
                        .toList();
        String host = show.rules().hostName();
        return guests.isEmpty() ? host : host + " with " + String.join(", ", guests);
    }

    private static String name(Call call) {
        String name = call.caller().name();
        return call.caller().isReal() ? name : AiVoice.marked(name);
    }
}
