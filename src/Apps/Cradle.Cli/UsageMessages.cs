using System.Text.RegularExpressions;

namespace Cradle.Cli;

/// <summary>What the platform says about files and arguments, in words that tell how to mend it.</summary>
internal static partial class UsageMessages
{
    /// <summary>What is wrong with a file, and the remedy.</summary>
    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException { FileName: { } file } => $"There is no file {file}; check the name.",
        DirectoryNotFoundException => $"{exception.Message} Check the name.",
        UnauthorizedAccessException => $"{exception.Message} Name a file that this user may read, or a folder that it may write to.",
        _ => exception.Message,
    };

    /// <summary>What is wrong with an argument, without the names of types.</summary>
    public static string Of(string problem) => ExpectedType().Replace(problem, match => match.Groups["type"].Value switch
    {
        "Int32" or "Int64" => "as a whole number that fits",
        "Double" or "Decimal" => "as a number",
        "DateOnly" => "as a date such as 2026-03-01",
        _ => "as what is expected there",
    });

    [GeneratedRegex(@"as expected type '(System\.Nullable`1\[)?(?<space>[\w.]*\.)?(?<type>\w+)\]?'")]
    private static partial Regex ExpectedType();
}
