using Cradle.Allocation.Siting.OrLibrary;
using Cradle.Allocation.Siting.Tables;

namespace Cradle.Cli.Allocation;

/// <summary>Which instance is to be solved.</summary>
internal sealed record SiteRequest(string Instance, string Format, bool Single, string? Output)
{
    public LoadedInstance Load()
    {
        if (Format != "orlib-cap" && Single)
            throw new UsageException("--single belongs to --format orlib-cap; in tables write assignment,single.");
        if (Output is not null && Format != "csv")
            throw new UsageException("--out belongs to --format csv: the other formats have no names and no places to draw.");
        if (Output is not null)
            OutputFolder.Checked(Output);
        return Format switch
        {
            "orlib-pmed" => new LoadedInstance(PMedianFile.Read(Instance)),
            "orlib-cap" => new LoadedInstance(CapacitatedFile.Read(Instance, splittable: !Single)),
            _ => new NamedInstance(SitingReader.Read(Instance), Output),
        };
    }
}
