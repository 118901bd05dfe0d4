using System.Globalization;
using System.Text;
using System.Text.Json;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching;
using Cradle.Allocation.Matching.Reasons;
using Cradle.Allocation.Matching.Tables;

namespace Cradle.Cli.Allocation;

/// <summary>The files of a match: assignment, cut-offs, waiting lists, reasons and the certificate.</summary>
internal sealed class MatchOutput(string folder, MarketTables tables, Assignment assignment)
{
    private readonly WaitingLists waiting = new(tables.Market, assignment);

    public void Write(Certificate certificate)
    {
        Directory.CreateDirectory(folder);
        Write("assignment.csv", writer => AssignmentFile.Write(writer, tables.Market, assignment));
        Write("cutoffs.csv", WriteCutoffs);
        Write("waiting.csv", WriteWaiting);
        Write("reasons.csv", WriteReasons);
        Write("certificate.json", writer => writer.Write(JsonSerializer.Serialize(new
        {
            method = certificate.Method,
            seed = certificate.Seed,
            lots = "SHA-256 of seed:applicant, first 8 bytes, least first",
            applicantsSha256 = certificate.ApplicantsSha256,
            institutionsSha256 = certificate.InstitutionsSha256,
            placed = assignment.Placed,
            stableIf = tables.Market.Reserves is not null
                ? "no institution, filling its reserves in their order and then its open places, would take an applicant who would rather go there: cradle match verify"
                : "every applicant has the first institution of the list that has a free place or whose last taken applicant (cutoffs.csv) comes after the applicant in its order",
        }, new JsonSerializerOptions { WriteIndented = true })));
    }

    private void Write(string name, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), bufferSize: 1 << 16);
        write(writer);
    }

    private void WriteCutoffs(TextWriter writer)
    {
        var intakes = assignment.Intakes();
        writer.Write("institution,capacity,taken,last\n");
        for (var institution = 0; institution < intakes.Length; institution++)
        {
            var last = waiting.Askers(institution).LastOrDefault(applicant => assignment.InstitutionOf(applicant) == institution, -1);
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvField.Of(tables.Market.Institutions[institution])},{tables.Market.Capacities[institution]},{intakes[institution]},{(last < 0 ? "" : CsvField.Of(tables.Market.Applicants[last]))}\n"));
        }
    }

    private void WriteWaiting(TextWriter writer)
    {
        writer.Write("institution,place,applicant\n");
        for (var institution = 0; institution < tables.Market.Institutions.Count; institution++)
        {
            var place = 0;
            foreach (var applicant in waiting.Waiting(institution))
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{CsvField.Of(tables.Market.Institutions[institution])},{++place},{CsvField.Of(tables.Market.Applicants[applicant])}\n"));
        }
    }

    private void WriteReasons(TextWriter writer)
    {
        var finder = new ReasonFinder(tables, assignment, waiting);
        writer.Write("applicant,choice,institution,place,capacity,otherwise\n");
        for (var applicant = 0; applicant < tables.Market.Applicants.Count; applicant++)
            foreach (var reason in finder.Of(applicant))
                writer.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{CsvField.Of(tables.Market.Applicants[applicant])},{reason.Choice},{CsvField.Of(tables.Market.Institutions[reason.Institution])},{(reason.Place == 0 ? "not listed" : reason.Place)},{reason.Capacity},{string.Join(' ', reason.Otherwise.Select(other => $"{other.Column}+1:{other.Place}"))}\n"));
    }
}
