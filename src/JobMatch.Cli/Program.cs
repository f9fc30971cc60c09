using JobMatch.Cli;

// A pattern that some text sends back and forth without end fails that command and does not hang it.
AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(5));
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
