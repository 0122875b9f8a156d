package io.partyline.app;

import io.partyline.javasound.SoundDevices;
import io.partyline.spend.Purse;
import io.partyline.twilio.TwilioSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// `partyline serve`: a real show, until it is stopped.
record ServeCommand(Path folder, Map<String, String> environment) {
    int run(List<String> line) {
        Arguments arguments = Arguments.read(line, Arguments.Known.SETTINGS).withoutWords();
        var settings =
                new Settings(Places.read(folder, environment, arguments.settings()), folder)
                        .checked();
        RunningShow.Parts parts = parts(settings);
        var show = RunningShow.open(parts);
        new WarmUp(parts.languageModel()).begin();
        tell(settings, show);
        Ending.await(show::close);
        return 0;
    }

    private RunningShow.Parts parts(Settings settings) {
        String path = environment.getOrDefault("PATH", "");
        Purse purse = settings.media().purse();
        var sound = new SoundCards(settings, SoundDevices.ofThisComputer());
        return new RunningShow.Parts(
                settings,
                settings.telephone(),
                sound.seat(),
                sound.console(),
                new Transcribers(settings, purse).chosen(),
                LanguageModels.chosen(settings.media(), purse),
                new Voices(settings, path, purse).chosen(),
                purse,
                new Random());
    }

    private static void tell(Settings settings, RunningShow show) {
        System.out.printf(
                "Studio door  http://%s:%d%n", settings.studio().host(), show.doors().studioPort());
        Optional<TwilioSettings> telephone = settings.telephone();
        System.out.println(
                telephone
                        .map(phone ->
                                "Phone door   http://127.0.0.1:%d for %s"
                                        .formatted(
                                                show.doors().phonePort().orElse(0),
                                                phone.webhookBaseUrl()))
                        .orElse(
                                "Phone door   off: set "
                                        + String.join(", ", settings.missingForTelephone())));
        telephone
                .map(Readiness::net)
                .filter(net -> net.state() != Finding.State.OK)
                .ifPresent(net -> System.out.println("Net          " + net.sentence()));
        show.health().forEach(part -> System.out.printf("%-12s %s%n", part.part(), part.detail()));
        if (LanguageModels.isMadeUp(settings.media())) {
            System.out.println(
                    "MADE UP      every answer of an AI caller: PARTYLINE_LLM is scripted");
        }
        System.out.println("Recording to " + settings.data());
        System.out.println("Stop with Ctrl-C: the show is then closed properly.");
    }
}
