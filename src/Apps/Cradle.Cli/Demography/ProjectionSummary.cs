using System.Globalization;
using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Demography.Uncertainty;

namespace Cradle.Cli.Demography;

/// <summary>The answer on standard output: where it starts, where it leads, and that the books balance.</summary>
internal static class ProjectionSummary
{
    public static void Print(ProjectionResult result, string folder, bool json)
    {
        if (json)
            JsonOutput.Write(Json(result, folder));
        else
            PrintText(result, folder);
    }

    private static object Json(ProjectionResult result, string folder) => new
    {
        result.Request.Data.Layout,
        Convention = result.Request.Convention.Name,
        result.Request.Data.From,
        result.Request.Data.To,
        Trajectories = result.Request.Fan?.Trajectories,
        Seed = result.Request.Fan?.Seed,
        Out = folder,
        Divisions = result.Accounts.Select((accounts, index) => new
        {
            accounts.Division,
            FirstPopulation = Stock(accounts, accounts.FirstYear),
            LastPopulation = Stock(accounts, accounts.LastYear),
            Births = Sum(accounts, flows => flows.Births),
            Deaths = Sum(accounts, flows => flows.Deaths),
            NetMigration = Sum(accounts, flows => flows.NetMigration),
            LargestResidual = Residual(accounts),
            LastFan = result.Fans.Count > index ? Last(result.Fans[index].Bands[FanMeasure.Population]) : null,
        }),
        TogetherLastFan = result.Fans.Count > result.Accounts.Count ? Last(result.Fans[^1].Bands[FanMeasure.Population]) : null,
        NationalFactors = result.Factors.Count == 0 ? null : new { Start = Start(result), Least = result.Factors.Min(item => item.Factor), Most = result.Factors.Max(item => item.Factor) },
    };

    private static void PrintText(ProjectionResult result, string folder)
    {
        foreach (var (accounts, index) in result.Accounts.Select((accounts, index) => (accounts, index)))
        {
            if (accounts.Division.Length > 0)
                Console.WriteLine(accounts.Division);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1 January {accounts.FirstYear}   {accounts.Persons(accounts.FirstYear),16:#,0} persons"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1 January {accounts.LastYear}   {accounts.Persons(accounts.LastYear),16:#,0} persons"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"between          {Sum(accounts, flows => flows.Births),16:#,0} births, {Sum(accounts, flows => flows.Deaths):#,0} deaths, {Sum(accounts, flows => flows.NetMigration):#,0} net migration"));
            if (result.Fans.Count > index)
                PrintFan(result, index);
        }

        if (result.Fans.Count > result.Accounts.Count)
        {
            Console.WriteLine("all divisions");
            PrintFan(result, result.Accounts.Count);
        }

        if (result.Factors is [var first, ..])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"consistent with the nation; scaled by {result.Factors.Min(item => item.Factor):0.0000} to {result.Factors.Max(item => item.Factor):0.0000} (national_factors.csv), on 1 January {first.Year} by {Start(result):0.0000}"));

        Console.WriteLine($"Written to {folder}");
    }

    private static double Start(ProjectionResult result) =>
        result.Factors.TakeWhile(item => item.Year == result.Factors[0].Year).ToList() is var start ? start.Sum(item => item.Nation) / start.Sum(item => item.Divisions) : 1;

    private static void PrintFan(ProjectionResult result, int index)
    {
        var band = result.Fans[index].Bands[FanMeasure.Population];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Request.Fan!.Trajectories} futures: median {band.Median[band.LastYear]:#,0}, 80 per cent between {band.Lower80[band.LastYear]:#,0} and {band.Upper80[band.LastYear]:#,0}"));
    }

    private static object Stock(ProjectionAccounts accounts, int year) => new { Year = year, Persons = accounts.Persons(year) };

    private static object Last(QuantileBand band) => new
    {
        Year = band.LastYear, Median = band.Median[band.LastYear], Lower80 = band.Lower80[band.LastYear], Upper80 = band.Upper80[band.LastYear],
        Lower95 = band.Lower95[band.LastYear], Upper95 = band.Upper95[band.LastYear],
    };

    private static double Sum(ProjectionAccounts accounts, Func<YearFlows, BySex<double>> flow) =>
        accounts.Flows.Select(flow).Sum(both => both.Male + both.Female) / Math.Pow(10, accounts.Decimals ?? 0);

    // in persons; 0 exactly when decimals are chosen
    private static double Residual(ProjectionAccounts accounts) =>
        accounts.Flows.SelectMany(flows => BySex.Order.Select(sex => Math.Abs(accounts.Residual(flows.Year, sex)))).Max() / Math.Pow(10, accounts.Decimals ?? 0);
}
