using Cradle.Platform.Web;
using Cradle.Platform.Web.Shell;

namespace Cradle.Web;

/// <summary>The places and the links that stand around every page.</summary>
internal static class Shell
{
    public static void Configure(CradleWebOptions options)
    {
        // Each place has a document in policies/; elsewhere only the national rules speak.
        options.Places =
        [
            new("2201", new("长春市", "Changchun")),
            new("22", new("吉林省", "Jilin")),
            new("14", new("山西省", "Shanxi")),
            new("62", new("甘肃省", "Gansu")),
            new("00", new("其他地区（只看全国）", "Elsewhere (national rules)")),
        ];
        options.FooterLinks =
        [
            new("~/policy", new("政策依据", "Policy documents")),
            new("~/services", new("办事", "Services")),
            new("~/privacy", new("隐私说明", "Privacy")),
            new("~/accessibility", new("无障碍说明", "Accessibility")),
        ];
    }
}
