using System.Globalization;
using System.Text.Json;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Reasons;
using Cradle.Allocation.Matching.Tables;

namespace Cradle.Cli.Allocation;

/// <summary>The files of a match: assignment, cut-offs, waiting lists, reasons and the certificate.</summary>
internal sealed class MatchOutput(string folder, MarketTables tables, Assignment assignment, int passedOver)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly WaitingLists waiting = new(tables.Market, assignment);

    private string StableIf => (tables.Market.Reserves, tables.Market.Leaders) switch
    {
        (null, null) => "every applicant has the first institution of the list that has a free place or whose last taken applicant (cutoffs.csv) comes after the applicant in its order",
        (_, null) => "no institution, filling its reserves in their order and then its open places, would take an applicant who would rather go there: cradle match verify",
        _ => "groups are together; nobody alone would be taken, by reserves and order, where they would rather go; no group would find places enough besides everybody there; groupsPassedOver counts those who would if others gave way, and is 0 where everything is stable: cradle match verify",
    };

    public void Write(Certificate certificate)
    {
        Directory.CreateDirectory(folder);
        Parallel.Invoke(
            () => Write("reasons.csv", WriteReasons),
            () => Write("waiting.csv", WriteWaiting),
            () => Write("assignment.csv", output => AssignmentFile.Write(output, tables.Market, assignment)),
            () => Write("cutoffs.csv", WriteCutoffs),
            () => WriteCertificate(certificate));
    }

    private void WriteCertificate(Certificate certificate) =>
        File.WriteAllText(Path.Combine(folder, "certificate.json"), JsonSerializer.Serialize(new
        {
            method = certificate.Method,
            seed = certificate.Seed,
            lots = "SHA-256 of seed:applicant, first 8 bytes, least first",
            applicantsSha256 = certificate.ApplicantsSha256,
            institutionsSha256 = certificate.InstitutionsSha256,
            together = certificate.Together,
            placed = assignment.Placed,
            groupsPassedOver = passedOver,
            stableIf = StableIf,
        }, Indented));

    private void Write(string name, Action<CsvOutput> write)
    {
        using var output = new CsvOutput(Path.Combine(folder, name));
        write(output);
    }

    private void WriteCutoffs(CsvOutput output)
    {
        var intakes = assignment.Intakes();
        output.Field("institution").Field("capacity").Field("taken").Field("last").EndLine();
        for (var institution = 0; institution < intakes.Length; institution++)
            output.Field(tables.Market.Institutions.TextOf(institution)).Field(tables.Market.Capacities[institution]).Field(intakes[institution])
                .Field(waiting.LastTaken(institution) is var last && last == 0 ? "" : tables.Market.Applicants.TextOf(waiting.Asker(institution, last))).EndLine();
    }

    private void WriteWaiting(CsvOutput output)
    {
        output.Field("institution").Field("place").Field("applicant").EndLine();
        for (var institution = 0; institution < tables.Market.Institutions.Count; institution++)
        {
            var place = 0;
            foreach (var applicant in waiting.Waiting(institution))
                output.Field(tables.Market.Institutions.TextOf(institution)).Field(++place).Field(tables.Market.Applicants.TextOf(applicant)).EndLine();
        }
    }

    private void WriteReasons(CsvOutput output)
    {
        var finder = new ReasonFinder(tables, assignment, waiting);
        output.Field("applicant").Field("choice").Field("institution").Field("cause").Field("place").Field("capacity").Field("otherwise").EndLine();
        for (var applicant = 0; applicant < tables.Market.Applicants.Count; applicant++)
            foreach (var reason in finder.Of(applicant))
                WriteReason(output.Field(tables.Market.Applicants.TextOf(applicant)), reason);
    }

    private void WriteReason(CsvOutput output, Reason reason)
    {
        output.Field(reason.Choice).Field(tables.Market.Institutions.TextOf(reason.Institution)).Field(Name(reason.Cause));
        if (reason.Place == 0)
            output.Field("");
        else
            output.Field(reason.Place);
        output.Field(reason.Capacity);
        output.Field(reason.Otherwise.Count == 0 ? "" : string.Join(' ', reason.Otherwise.Select(other => string.Create(CultureInfo.InvariantCulture, $"{other.Column}+1:{other.Place}")))).EndLine();
    }

    private static string Name(ReasonCause cause) => cause switch
    {
        ReasonCause.NotListed => "not listed",
        ReasonCause.Reserve => "reserve",
        ReasonCause.Quota => "quota",
        ReasonCause.Group => "group",
        _ => "order",
    };
}
