using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Platform.Prints;
using Cradle.Primitives;

namespace Cradle.Governance.Reports;

/// <summary>What the printed yearly report is checked by: whose it is, where it stands, and a digest of its figures and words.</summary>
public static class ReportPrint
{
    public const string Kind = "governance.report";

    /// <summary>Of a report that was signed; a draft is no paper.</summary>
    public static PrintContent? Of(AnnualReport report, string place, DivisionCatalogue divisions) => report.State is ReportState.Drafted ? null : new(
        Kind, "人口工作年度报告", "Yearly report", report.Id, report.Division,
        [
            new("地区", "Place", place), new("年度", "Year", report.Year.ToString(CultureInfo.InvariantCulture)), new("报送", "To", divisions.FullNameZh(report.To) ?? report.To.ToString()),
            new("状态", "State", ReportWords.Of(report.State).Zh), new("内容摘要", "Digest", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{report.Snapshot}\n{report.Sections}")))[..DigestLength]),
        ]);

    private const int DigestLength = 16;
}
