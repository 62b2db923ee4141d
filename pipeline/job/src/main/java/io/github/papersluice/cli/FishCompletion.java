package io.github.papersluice.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completions in fish's own form (fish-shell documentation, {@code complete}). */
final class FishCompletion {
  private FishCompletion() {}

  /** The script for a program with its commands and options. */
  static String of(String program, CommandLine commandLine) {
    StringBuilder script = new StringBuilder("complete -c " + program + " -f\n");
    options(script, program, commandLine, "__fish_use_subcommand");
    commandLine
        .getSubcommands()
        .forEach(
            (name, command) -> {
              script
                  .append("complete -c ")
                  .append(program)
                  .append(" -n __fish_use_subcommand -a ")
                  .append(name)
                  .append(described(first(command.getCommandSpec().usageMessage().description())))
                  .append('\n');
              options(script, program, command, "'__fish_seen_subcommand_from " + name + "'");
            });
    return script.toString();
  }

  private static void options(
      StringBuilder script, String program, CommandLine command, String condition) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.hidden()) {
        continue;
      }
      script.append("complete -c ").append(program).append(" -n ").append(condition);
      for (String name : option.names()) {
        script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      script.append(option.arity().max() > 0 ? " -r -F" : "");
      script.append(described(first(option.description()))).append('\n');
    }
  }

  private static String first(String... lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static String described(String text) {
    String sentence = text.replaceAll("(?s)\\. .*|\\.$|: .*", "").replace("%%", "%").strip();
    return sentence.isEmpty() ? "" : " -d '" + sentence.replace("'", "\\'") + "'";
  }
}
