package io.partyline.cast;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Numbers as English words, and the words for numbers.
final class Numbers {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] GROUPS = {"", " thousand", " million", " billion", " trillion"};

    /// "One" is left out: more often than not it is no number.
    private static final Set<String> NUMERALS =
            Stream.of(Stream.of(SMALL), Stream.of(TENS), Stream.of(GROUPS), Stream.of("hundred"))
                    .flatMap(words -> words)
                    .map(String::strip)
                    .filter(word -> !word.isEmpty() && !word.equals("one"))
                    .collect(Collectors.toUnmodifiableSet());

    private Numbers() {}

    /// Whether a word is a number or a part of one, wherever it stands.
    ///
    /// @param word in lower case
    static boolean isNumeral(String word) {
        return NUMERALS.contains(word);
    }

    /// @param number not negative
    static String words(long number) {
        if (number == 0) {
            return SMALL[0];
        }
        var words = new StringBuilder();
        long rest = number;
        for (int group = 0; rest > 0; group++, rest /= 1_000) {
            int part = (int) (rest % 1_000);
            if (part > 0) {
                String name = group < GROUPS.length ? GROUPS[group] : " and more";
                words.insert(0, below1000(part) + name + (words.isEmpty() ? "" : " "));
            }
        }
        return words.toString();
    }

    static String ordinal(long number) {
        String words = words(number);
        int cut = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
        return words.substring(0, cut) + ordinal(words.substring(cut));
    }

    /// A year as it is said: nineteen eleven, two thousand five, twenty twenty-six.
    static String year(String century, String rest) {
        int early = Integer.parseInt(century);
        int late = Integer.parseInt(rest);
        if (early == 20 && late < 10) {
            return "two thousand" + (late == 0 ? "" : " " + words(late));
        }
        if (late == 0) {
            return words(early) + " hundred";
        }
        return words(early) + " " + (late < 10 ? "oh " : "") + words(late);
    }

    /// A decade as it is said: nineteen eighties.
    static String decade(String century, String tens) {
        if ("0".equals(tens)) {
            return "20".equals(century)
                    ? "two thousands"
                    : words(Integer.parseInt(century)) + " hundreds";
        }
        return words(Integer.parseInt(century)) + " " + tens(tens);
    }

    /// A decade without its century: eighties.
    static String tens(String tens) {
        int ten = tens.charAt(0) - '0';
        return ten == 1 ? "tens" : TENS[ten].replace("y", "ies");
    }

    private static String below1000(int number) {
        String hundreds = number >= 100 ? SMALL[number / 100] + " hundred" : "";
        int rest = number % 100;
        if (rest == 0) {
            return hundreds;
        }
        return (hundreds.isEmpty() ? "" : hundreds + " ") + below100(rest);
    }

    private static String below100(int number) {
        if (number < SMALL.length) {
            return SMALL[number];
        }
        return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + SMALL[number % 10]);
    }

    private static String ordinal(String word) {
        return switch (word) {
            case "one" -> "first";
            case "two" -> "second";
            case "three" -> "third";
            case "five" -> "fifth";
            case "eight" -> "eighth";
            case "nine" -> "ninth";
            case "twelve" -> "twelfth";
            default ->
                    word.endsWith("y")
                            ? word.substring(0, word.length() - 1) + "ieth"
                            : word + "th";
        };
    }
}
