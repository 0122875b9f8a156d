package io.partyline.cast;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words that people use of the same thing, so that somebody who cares about marriage is found for
/// a caller who speaks of a wedding. Only for want of a model, so it need not be complete.
final class Themes {
    private static final List<Set<String>> ALL =
            List.of(
                    theme(
                            "marriage wife husband wedding married spouse anniversary engaged bride groom vows"),
                    theme("divorce divorced ex separated split lawyer custody alimony breakup"),
                    theme(
                            "loss grief died death funeral passed widow widower mourning cemetery ashes"),
                    theme("loneliness lonely alone nobody empty isolated company"),
                    theme(
                            "family mother mom mum father dad brother sister son daughter parents cousin uncle aunt grandmother grandma grandfather grandpa"),
                    theme("children kid kids child baby toddler teenager son daughter"),
                    theme(
                            "school teacher teachers class classroom student pupil homework principal college university exam lesson degree"),
                    theme(
                            "work job boss office shift career colleague factory hired fired laid promotion"),
                    theme("retirement retired pension retire"),
                    theme(
                            "money rent debt loan bank paid savings broke lottery dollars mortgage bill salary"),
                    theme("quitting quit left resigned gave giving dropout"),
                    theme(
                            "hospital nurse doctor surgery ambulance patient ward clinic sick operation emergency"),
                    theme("night midnight dark late insomnia awake"),
                    theme("sleep asleep insomnia awake dream bed tired"),
                    theme(
                            "driving drive drove car road truck highway lorry mile motor van traffic"),
                    theme("road highway trip journey miles driving motel"),
                    theme("stars sky telescope moon planet astronomy comet galaxy meteor eclipse"),
                    theme(
                            "boats boat ferry sail sailing ship harbour harbor river lake dock outboard canoe fishing"),
                    theme(
                            "engines engine motor mechanic gearbox carburettor repair fix fixing garage"),
                    theme(
                            "garden plant plants tomatoes roses soil lawn seeds hedge tree vegetables"),
                    theme("bees bee honey hive sting wasp beekeeper"),
                    theme("neighbours neighbor neighbour fence nextdoor noise neighbors"),
                    theme(
                            "baking bake baked bread cake oven flour pie pastry dough cookies recipe"),
                    theme("cooking cook kitchen chef restaurant recipe dinner soup stove meal"),
                    theme("singing sing sang song choir voice karaoke hymn chorus"),
                    theme("music band guitar piano record drummer concert song violin"),
                    theme("manners rude polite thank etiquette queue apologise apology"),
                    theme("dogs dog puppy vet leash bark"),
                    theme("animals cat dog horse vet pet bird parrot"),
                    theme("sports game team coach match football baseball boxing gym ball league"),
                    theme("ghosts ghost haunted spirit haunting cemetery psychic"),
                    theme("church prayer priest god faith pastor sermon religion"),
                    theme("dating date girlfriend boyfriend app crush romance love"),
                    theme("secrets secret lie lied truth hidden confess lying"),
                    theme("computers computer phone app internet software password code"),
                    theme(
                            "house roof plumber kitchen paint moving apartment landlord flat basement"),
                    theme("war army veteran soldier navy marine deployed"),
                    theme("travel flight airport passport hotel abroad plane holiday vacation"),
                    theme("weather storm rain snow tornado flood hurricane"),
                    theme("writing book novel poem letter author story library reading"),
                    theme("acting theatre theater stage actor film movie cinema audition"),
                    theme("police court jail prison arrest lawyer judge crime stolen"));

    private Themes() {}

    private static Set<String> theme(String words) {
        var stems = new HashSet<String>();
        for (String word : words.split(" ", -1)) {
            stems.add(stem(word));
        }
        return Set.copyOf(stems);
    }

    /// A word without its ending, so that baking, bakes and baked are one.
    static String stem(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("'s?$", "");
        for (String ending :
                List.of("ings", "ing", "ers", "er", "ied", "ies", "ed", "es", "s", "e", "y")) {
            if (plain.endsWith(ending) && plain.length() - ending.length() >= 3) {
                return plain.substring(0, plain.length() - ending.length());
            }
        }
        return plain;
    }

    /// The stems that go with a topic, its own among them.
    static Set<String> around(String topic) {
        String own = stem(topic);
        var near = new HashSet<String>();
        near.add(own);
        ALL.stream().filter(theme -> theme.contains(own)).forEach(near::addAll);
        return near;
    }
}
