package io.partyline.studio;

import io.partyline.mix.WhoHears;
import io.partyline.show.MusicCommand;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.studio.music.ShowJukebox;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.tape.Recording;
import io.partyline.studio.tape.StemNames;

/// The studio as its jukebox sees it.
record MusicRoom(ShowThread running, Sound sound, Recording recording)
        implements ShowJukebox.Surroundings {
    @Override
    public Show show() {
        return running.show();
    }

    @Override
    public ShowTime time() {
        return sound.desk().time();
    }

    @Override
    public void report(ShowId during, MusicCommand news) {
        var _ = running.submit(during, news);
    }

    @Override
    public void record(WhoHears.Source source) {
        recording.record(
                time(),
                new WhoHears.Mix.Recorded(source),
                StemNames.of(source),
                sound.tapes().recorded(source));
    }
}
