package io.partyline.cast;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.GivenAway;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.Show;
import io.partyline.show.Speaker;
import io.partyline.show.Utterance;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What others may hear of the real callers of a show: first names, no surnames, no numbers, no
/// addresses. For what is told to a model about somebody else, and for what comes back from it.
///
/// Surnames are found where people give them ([GivenAway]): behind a first name, behind "my last
/// name is", behind a title. A surname once found is kept to oneself wherever it comes up again.
///
/// @param surnames in lower case; the whole name of somebody who asked not to be named
/// @param firsts first names of callers, as they are written
/// @param nameless the calls of those who asked not to be named
public record Discretion(Set<String> surnames, Set<String> firsts, Set<CallId> nameless) {
    /// Who is spoken of when their name is not to be said.
    static final String SOMEBODY = "somebody";

    private static final Pattern TITLED =
            Pattern.compile(
                    "\\b(?:Mr|Mrs|Ms|Miss|Mister|Dr|Doctor|Prof|Professor|Judge|Officer|Sergeant)\\.? ("
                            + GivenAway.NAME
                            + ")(?: ("
                            + GivenAway.NAME
                            + "))?\\b");

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\b\\d{1,5}[a-z]? (?:\\p{Lu}[\\p{L}'’]{1,40} ){1,3}"
                            + "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Way|Boulevard|Blvd|Place|Terrace|Close|Crescent)\\b");

    private static final Pattern MAIL =
            Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    public Discretion {
        surnames = Set.copyOf(surnames);
        firsts = Set.copyOf(firsts);
        nameless = Set.copyOf(nameless);
    }

    /// What there is to keep to oneself about the callers of this show.
    public static Discretion of(Show show) {
        Set<String> surnames = new HashSet<>();
        Set<String> firsts = new HashSet<>();
        callers(show)
                .filter(Caller::isReal)
                .forEach(caller -> named(caller.name(), surnames, firsts));
        List<GivenAway> said =
                show.conversation().utterances().stream()
                        .filter(words -> !(words.speaker() instanceof Speaker.AiCaller))
                        .map(Utterance::givenAway)
                        .toList();
        said.forEach(words -> {
            firsts.addAll(words.firsts());
            surnames.addAll(words.surnames());
        });
        said.stream()
                .flatMap(words -> words.pairs().stream())
                .filter(pair -> firsts.contains(pair.word()))
                .forEach(pair -> surnames.add(pair.surname()));
        surnames.remove(show.rules().hostName().toLowerCase(Locale.ROOT));
        callers(show)
                .filter(caller -> !caller.isReal())
                .forEach(ai -> surnames.remove(ai.name().toLowerCase(Locale.ROOT)));
        firsts.forEach(first -> surnames.remove(first.toLowerCase(Locale.ROOT)));
        Set<CallId> nameless = nameless(show);
        show.conversation().utterances().stream()
                .filter(words -> words.speaker().call().filter(nameless::contains).isPresent())
                .forEach(words -> unnamed(words, surnames, firsts));
        return new Discretion(surnames, firsts, nameless);
    }

    private static Set<CallId> nameless(Show show) {
        return show.conversation().utterances().stream()
                .filter(said -> said.givenAway().unnamed())
                .map(Utterance::speaker)
                .filter(speaker -> speaker instanceof Speaker.RealCaller)
                .flatMap(speaker -> speaker.call().stream())
                .collect(Collectors.toSet());
    }

    private static void unnamed(Utterance words, Set<String> surnames, Set<String> firsts) {
        Set<String> own = new HashSet<>(words.givenAway().firsts());
        surnames.addAll(words.givenAway().surnames());
        named(words.speaker().name(), surnames, own);
        own.forEach(name -> GivenAway.surname(name).ifPresent(surnames::add));
        firsts.removeAll(own);
    }

    private static Stream<Caller> callers(Show show) {
        return Stream.concat(
                show.history().records().stream().map(CallRecord::caller),
                show.calls().live().values().stream().map(Call::caller));
    }

    /// The text without what is nobody's business.
    public String of(String text) {
        String said = MAIL.matcher(PhoneNumbers.hidden(text)).replaceAll("an address");
        said = said.replace("[number]", "(a number)");
        said = ADDRESS.matcher(said).replaceAll("an address");
        said = TITLED.matcher(said).replaceAll(SOMEBODY);
        said = GivenAway.withoutLastNames(said);
        return withoutSurnames(said);
    }

    /// What an AI caller says, without the surnames and numbers of real callers. They may speak of
    /// a doctor by name.
    public String spoken(String text) {
        return withoutSurnames(PhoneNumbers.hidden(text).replace("[number]", "a number"));
    }

    /// How an ended call's caller may be spoken of to others.
    public String name(CallRecord call) {
        String first = Quoted.name(call.caller().name());
        boolean unnamed =
                call.caller().isReal()
                        && (first.startsWith(Caller.Real.UNNAMED) || nameless.contains(call.id()));
        return unnamed ? "an earlier caller" : first;
    }

    /// How somebody is called in a transcript.
    String name(Speaker speaker) {
        return speaker.call().filter(nameless::contains).isPresent()
                ? Caller.Real.UNNAMED
                : Quoted.name(speaker.name());
    }

    private String withoutSurnames(String text) {
        if (surnames.isEmpty()) {
            return text;
        }
        String last = "(?:" + anyOf(surnames) + ")";
        String said = text;
        if (!firsts.isEmpty()) {
            said =
                    Pattern.compile(
                                    "\\b("
                                            + anyOf(firsts)
                                            + ")(?: \\p{Lu}\\.?)? (?i:"
                                            + last
                                            + ")(?![\\p{L}\\d])")
                            .matcher(said)
                            .replaceAll("$1");
        }
        return Pattern.compile(
                        "(?<![\\p{L}\\d])" + last + "(?:['’]?s)?(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(said)
                .replaceAll(SOMEBODY);
    }

    private static void named(String name, Set<String> surnames, Set<String> firsts) {
        String[] parts = name.strip().split("\\s+", -1);
        if (name.startsWith(Caller.Real.UNNAMED) || parts[0].isEmpty()) {
            return;
        }
        firsts.add(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            GivenAway.surname(parts[i]).ifPresent(surnames::add);
        }
    }

    private static String anyOf(Set<String> words) {
        return words.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
