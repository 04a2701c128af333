// SPDX-License-Identifier: Apache-2.0
#include "peil/study/study.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::study {

std::string LocalText::in(std::string_view language) const {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.first == language; });
    if (found != texts.end()) return found->second;
    return texts.empty() ? std::string() : texts.front().second;
}

const Group* Study::group(std::string_view groupId) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.id == groupId; });
    return found == groups.end() ? nullptr : &*found;
}

const City* Study::city(std::string_view code) const {
    const auto found = std::find_if(cities.begin(), cities.end(), [&](const City& city) { return city.code == code; });
    return found == cities.end() ? nullptr : &*found;
}

const Site* Study::site(std::string_view code) const {
    for (const auto& city : cities)
        for (const auto& site : city.sites)
            if (site.code == code) return &site;
    return nullptr;
}

std::string Study::siteTypeLabel(std::string_view type, std::string_view language) const {
    const auto found = std::ranges::find(siteTypes, type, &SiteType::id);
    return found == siteTypes.end() ? replaceAll(std::string(type), "_", " ") : std::string(found->label.in(language));
}

int Study::target(std::string_view cityCode, std::string_view groupId) const {
    for (const auto& quota : quotas)
        if (quota.cityCode == cityCode && quota.groupId == groupId) return quota.target;
    return 0;
}

} // namespace peil::study
