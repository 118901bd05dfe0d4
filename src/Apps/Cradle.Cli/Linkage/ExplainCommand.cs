using System.CommandLine;
using System.Globalization;
using Cradle.Linkage.Review;

namespace Cradle.Cli.Linkage;

/// <summary><c>cradle link explain SOURCE:ID SOURCE:ID --model M.yaml --input A.csv …</c>: where the weight of a pair comes from.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> First = new("A") { Description = "A record, as police:P00000001." };
    private static readonly Argument<string> Second = new("B") { Description = "The other record." };
    private static readonly Option<string> Model = new("--model") { Description = "The trained model.", HelpName = "FILE", Required = true };
    private static readonly Option<string[]> Input = new("--input") { Description = "The registers that were linked.", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var command = new Command("explain", "Says where the weight of a pair comes from.") { First, Second, Model, Input, Options.Json };
        command.SetAction((parse, cancel) => LinkCommand.Guarded(() => RunAsync(parse, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        var pair = await PairExplanation.OfAsync(parse.GetValue(Model)!, parse.GetValue(Input)!, parse.GetValue(First)!, parse.GetValue(Second)!, cancel);
        if (parse.GetValue(Options.Json))
            JsonOutput.Write(new { pair.Weight, pair.Probability, pair.Steps });
        else
        {
            foreach (var step in pair.Steps)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Weight,9:+0.00;-0.00;0.00}  {step.Field}: {step.Level}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pair.Weight,9:+0.00;-0.00;0.00}  = weight; probability {pair.Probability:0.000000}"));
        }

        return ExitCodes.Ok;
    }
}
