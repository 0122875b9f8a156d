package io.partyline.llm;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The answer of a model's server, from bytes to what is said: in any dialect it is read, or known
/// for none. The first byte chooses the dialect and whether the bytes come one by one.
public final class AnswerFuzz {
    private static final ModelSettings SETTINGS =
            Models.settings(URI.create("http://127.0.0.1:1"), Models.LONG);

    private static final List<Wire> WIRES =
            List.of(new OpenAiWire(), new AnthropicWire(), new OllamaWire());

    private AnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Wire wire = WIRES.get((input[0] & 0x7f) % WIRES.size());
        var sifter = new Sifter(Models.prompt(), Habits.NONE);
        var events = new Events();
        try {
            for (String line : lines(input)) {
                for (Events.Told event : events.add(line)) {
                    event.json().map(wire::read).ifPresent(chunk -> sifter.add(chunk.text()));
                }
            }
        } catch (Events.MalformedException none) {
            return;
        }
        sifter.end(false);
    }

    private static List<String> lines(byte[] input) {
        var lines = new ArrayList<String>();
        var incoming =
                new Incoming(
                        arrival -> {
                            if (arrival instanceof Arrival.Line(String text)) {
                                lines.add(text);
                            }
                        },
                        new Trouble(SETTINGS, "owl-1"));
        int piece = input[0] < 0 ? 1 : Math.max(1, input.length - 1);
        for (int at = 1; at < input.length; at += piece) {
            int length = Math.min(piece, input.length - at);
            incoming.onNext(List.of(ByteBuffer.wrap(input, at, length)));
        }
        incoming.onComplete();
        return lines;
    }
}
