package io.partyline.studio.voice;

import io.partyline.cast.Backgrounds;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.cast.Prompts;
import io.partyline.port.LanguageModel;
import io.partyline.show.Show;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Has a model write why each of the cast calls tonight, one after another, while no AI caller is
/// on the show: nobody who speaks may wait for a model that is busy with this. Whoever comes on
/// before their turn calls for a reason from a template.
///
/// Safe for use by many threads; one of them writes.
public final class BackgroundWriter {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int TOKENS = 160;

    private final LanguageModel model;
    private final Inquiry inquiry;
    private final GreenRoom greenRoom;
    private final Supplier<Show> show;
    private final AtomicBoolean writing = new AtomicBoolean();

    /// @param show the show as it stands
    public BackgroundWriter(LanguageModel model, GreenRoom greenRoom, Supplier<Show> show) {
        this.model = model;
        inquiry = new Inquiry(model, Level.DEBUG);
        this.greenRoom = greenRoom;
        this.show = show;
    }

    /// Writes what is missing, until all is there, an AI caller comes on, or the model fails; at
    /// most one a persona, so that it ends however often people come and go meanwhile. Blocks for
    /// as long as that takes; at once if another thread does it already.
    public void write() {
        if (model.isOff() || !writing.compareAndSet(false, true)) {
            return;
        }
        try {
            int most = greenRoom.cast().personas().size();
            Optional<Persona> next = next();
            for (int asked = 0; asked < most && next.isPresent(); asked++) {
                next = write(next.get()) ? next() : Optional.empty();
            }
        } finally {
            writing.set(false);
        }
    }

    private Optional<Persona> next() {
        Show now = show.get();
        boolean idle = now.open() && now.calls().ai().findAny().isEmpty();
        return idle ? greenRoom.unwritten() : Optional.empty();
    }

    /// Whether the model answered, be it only with something that is no background.
    private boolean write(Persona persona) {
        String template = greenRoom.background(persona.key().value());
        var prompt =
                new Prompt(
                        Prompt.Purpose.BACKGROUND,
                        Prompts.background(show.get(), persona, greenRoom.known(persona)),
                        LIMIT,
                        TOKENS);
        Optional<String> answer = inquiry.ask(prompt);
        answer.map(text -> Backgrounds.parse(text, show.get()).orElse(template))
                .ifPresent(written -> greenRoom.write(persona, template, written));
        return answer.isPresent();
    }
}
